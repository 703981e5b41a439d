package io.usher.engine.workflow.internal;

import io.usher.engine.platform.zeebe.Installation;
import io.usher.engine.shared.Expected;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.workflow.Graph;
import io.usher.engine.workflow.internal.DraftStore.Draft;
import io.usher.engine.workflow.internal.DraftStore.Stamp;
import io.usher.engine.workflow.internal.Validation.Validated;
import io.usher.engine.workflow.internal.VersionStore.State;
import io.usher.engine.workflow.internal.VersionStore.StoredVersion;
import io.usher.engine.workflow.internal.Workflow.Change;
import io.usher.engine.workflow.internal.Workflow.Status;
import io.usher.engine.workflow.internal.compile.Compiler;
import io.usher.engine.workflow.internal.drawing.DrawingProblem;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Makes a version of the draft and the active one of it. A draft that is active already makes no new version; one whose
 * activation broke off goes on with the version it made.
 */
@Component
public class Activation {

    private static final int TRIES = 3;

    private final WorkflowService service;
    private final DraftStore drafts;
    private final VersionStore versions;
    private final Validation validation;
    private final Rollout rollout;
    private final Installation installation;

    Activation(
            WorkflowService service,
            DraftStore drafts,
            VersionStore versions,
            Validation validation,
            Rollout rollout,
            Installation installation) {
        this.service = service;
        this.drafts = drafts;
        this.versions = versions;
        this.validation = validation;
        this.rollout = rollout;
        this.installation = installation;
    }

    /** What became of it. */
    public sealed interface Result {

        /** This workflow's version is active; {@code made}: it is a new one. Problems are warnings. */
        record Active(Workflow workflow, boolean made, List<DrawingProblem> problems) implements Result {}

        /** The drawing or its triggers have errors; nothing was changed. */
        record NotValid(List<DrawingProblem> problems) implements Result {}

        /** The draft is not the one that was looked at; nothing was changed. */
        record StaleDraft(Stamp now) implements Result {}

        /** The triggers are not those that were looked at; nothing was changed. */
        record StaleTriggers(Workflow now) implements Result {}
    }

    /** What somebody looked at before activating. */
    public record Seen(Expected draft, Expected triggers) {}

    /** A workflow and its draft, and what is wrong with them. */
    public record Findings(Workflow workflow, Stamp draft, List<DrawingProblem> problems) {}

    /** What is wrong with the draft and the triggers as they stand. */
    public Mono<Findings> validate(WorkspaceId workspace, WorkflowId id) {
        return service.find(workspace, id)
                .flatMap(this::validated)
                .map(checked -> new Findings(
                        checked.workflow(),
                        checked.draft().stamp(),
                        checked.validated().problems()));
    }

    /** Makes exactly what was seen active. */
    public Mono<Result> activate(WorkspaceId workspace, WorkflowId id, Seen seen, Change change) {
        return service.find(workspace, id)
                .flatMap(workflow -> workflow.status() == Status.ARCHIVED
                        ? Mono.error(WorkflowService.archived())
                        : Mono.just(workflow))
                .flatMap(workflow -> drafts.find(id).flatMap(draft -> activate(workflow, draft, seen, change)));
    }

    private Mono<Result> activate(Workflow workflow, Draft draft, Seen seen, Change change) {
        if (!seen.draft().admits(draft.tag())) {
            return Mono.just(new Result.StaleDraft(draft.stamp()));
        }
        return seen.triggers().admits(workflow.triggersTag())
                ? validated(workflow, draft).flatMap(checked -> activate(checked, change))
                : Mono.just(new Result.StaleTriggers(workflow));
    }

    private record Checked(Workflow workflow, Draft draft, Validated validated) {}

    private Mono<Checked> validated(Workflow workflow) {
        return drafts.find(workflow.id()).flatMap(draft -> validated(workflow, draft));
    }

    private Mono<Checked> validated(Workflow workflow, Draft draft) {
        return validation
                .validate(workflow.workspace(), draft.bytes(), workflow.triggers())
                .map(validated -> new Checked(workflow, draft, validated));
    }

    private Mono<Result> activate(Checked checked, Change change) {
        var problems = checked.validated().problems();
        if (!checked.validated().ok()) {
            return Mono.just(new Result.NotValid(problems));
        }
        return version(checked, change)
                .flatMap(version -> activate(checked.workflow(), version, change)
                        .map(workflow -> new Result.Active(workflow, version.state() == State.DEPLOYING, problems)));
    }

    private Mono<Workflow> activate(Workflow workflow, StoredVersion version, Change change) {
        return version.state() == State.ACTIVATED && workflow.status() == Status.ACTIVE
                ? rollout.again(workflow)
                : rollout.finish(version, change);
    }

    /** The version to make active: the one that is, when the draft is the same; one that broke off; or a new one. */
    private Mono<StoredVersion> version(Checked checked, Change change) {
        return unchanged(checked)
                .switchIfEmpty(Mono.defer(() -> begun(checked, change)))
                .switchIfEmpty(Mono.defer(() -> next(checked, change)))
                .repeatWhenEmpty(tries -> tries.take(TRIES))
                .switchIfEmpty(Mono.error(Lifecycle::changedMeanwhile));
    }

    private Mono<StoredVersion> unchanged(Checked checked) {
        var workflow = checked.workflow();
        return versions.find(workflow.id(), workflow.version())
                .filter(version -> version.draftTag().equals(checked.draft().tag()))
                .map(version -> version.at(workflow.lifecycle()));
    }

    private Mono<StoredVersion> begun(Checked checked, Change change) {
        return versions.latest(checked.workflow().id())
                .filter(version -> version.state() == State.DEPLOYING
                        && version.draftTag().equals(checked.draft().tag()))
                .flatMap(version -> versions.adopt(
                        version.workflow(), version.n(), checked.workflow().lifecycle(), change));
    }

    private Mono<StoredVersion> next(Checked checked, Change change) {
        return versions.latest(checked.workflow().id())
                .map(StoredVersion::n)
                .defaultIfEmpty(0)
                .map(latest -> compile(checked, latest + 1, change))
                .filterWhen(versions::insert);
    }

    private StoredVersion compile(Checked checked, int n, Change change) {
        var workflow = checked.workflow();
        Graph graph = checked.validated().graph();
        var compiled = Compiler.compile(graph, installation.prefix(), workflow.id(), n, workflow.name());
        return new StoredVersion(
                workflow.id(),
                workflow.workspace(),
                n,
                workflow.name(),
                compiled.processId(),
                checked.draft().bytes(),
                compiled.xml(),
                SettingsSchemas.of(graph),
                checked.draft().tag(),
                workflow.lifecycle(),
                State.DEPLOYING,
                change);
    }
}
