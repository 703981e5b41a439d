package io.usher.engine.workflow.internal;

import io.usher.engine.platform.async.UnavailableException;
import io.usher.engine.platform.crash.CrashPoints;
import io.usher.engine.shared.Problems;
import io.usher.engine.workflow.internal.Deployments.RefusedException;
import io.usher.engine.workflow.internal.VersionStore.State;
import io.usher.engine.workflow.internal.VersionStore.StoredVersion;
import io.usher.engine.workflow.internal.Workflow.Change;
import io.usher.engine.workflow.internal.Workflow.Inside;
import io.usher.engine.workflow.internal.Workflow.Status;
import io.usher.engine.workflow.internal.WorkflowStore.Key;
import io.usher.engine.workflow.internal.WorkflowStore.Move;
import io.usher.engine.workflow.internal.WorkflowStore.Step;
import java.util.EnumSet;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The second half of an activation: from an inserted version to the active one. Every step may be repeated, by the request or
 * by the sweeper; one update of the workflow decides, and only if nothing else happened in its life since.
 */
@Component
class Rollout {

    private static final Logger LOG = LoggerFactory.getLogger(Rollout.class);
    private static final EnumSet<Status> NOT_ARCHIVED = EnumSet.of(Status.DRAFT, Status.ACTIVE, Status.PAUSED);

    private final WorkflowStore workflows;
    private final VersionStore versions;
    private final Deployments deployments;
    private final LinkChanges changes;
    private final CrashPoints crash;

    Rollout(
            WorkflowStore workflows,
            VersionStore versions,
            Deployments deployments,
            LinkChanges changes,
            CrashPoints crash) {
        this.workflows = workflows;
        this.versions = versions;
        this.deployments = deployments;
        this.changes = changes;
        this.crash = crash;
    }

    /** The workflow with this version active; 409 when something else came first, 503 while the broker is away. */
    Mono<Workflow> finish(StoredVersion version, Change change) {
        return Mono.fromRunnable(() -> crash.reached("activate-after-insert"))
                .then(Mono.defer(() -> deploy(version)))
                .then(Mono.fromRunnable(() -> crash.reached("activate-after-deploy")))
                .then(Mono.defer(() -> flip(version, change)));
    }

    /** For a workflow whose version is active already: only that everybody sees it is made sure. */
    Mono<Workflow> again(Workflow workflow) {
        return changes.announce(workflow);
    }

    private Mono<Void> deploy(StoredVersion version) {
        return deployments
                .deploy(version.processId(), version.deployable())
                .onErrorMap(UnavailableException.class, away -> unavailable())
                .onErrorResume(RefusedException.class, refused -> refused(version, refused));
    }

    private Mono<Void> refused(StoredVersion version, RefusedException refused) {
        LOG.error("The broker refused {}: {}", version.processId(), refused.getMessage());
        var problem = Problems.problem(
                "broker-refused",
                "Not activated",
                422,
                "The broker does not accept the workflow: " + refused.getMessage(),
                List.of());
        return versions.settle(version, State.REFUSED).then(Mono.error(problem));
    }

    private static RuntimeException unavailable() {
        return Problems.unavailable("The broker does not answer. The activation is kept and will be finished when the"
                + " broker is back; activating again does no harm");
    }

    private Mono<Workflow> flip(StoredVersion version, Change change) {
        var move = new Move(Step.ACTIVATED, version.n(), Inside.GO_ON);
        return workflows
                .move(new Key(version.workspace(), version.workflow()), version.lifecycle(), NOT_ARCHIVED, move, change)
                .flatMap(changes::announce)
                .switchIfEmpty(Mono.defer(() -> alreadyFlipped(version)))
                .flatMap(workflow -> versions.settle(version, State.ACTIVATED).thenReturn(workflow));
    }

    /** Either somebody else finished this very activation, or the workflow's life went on without it. */
    private Mono<Workflow> alreadyFlipped(StoredVersion version) {
        return workflows
                .find(version.workflow())
                .filter(workflow -> workflow.version() == version.n())
                .flatMap(changes::announce)
                .switchIfEmpty(Mono.defer(() -> overtaken(version)));
    }

    private Mono<Workflow> overtaken(StoredVersion version) {
        return versions.settle(version, State.OVERTAKEN).then(Mono.error(Lifecycle::changedMeanwhile));
    }
}
