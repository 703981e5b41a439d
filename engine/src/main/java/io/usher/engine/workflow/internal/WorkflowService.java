package io.usher.engine.workflow.internal;

import io.usher.engine.platform.async.Edits;
import io.usher.engine.shared.Edited;
import io.usher.engine.shared.Expected;
import io.usher.engine.shared.Ids;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.Problems;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.workflow.internal.DraftStore.Draft;
import io.usher.engine.workflow.internal.Workflow.Change;
import io.usher.engine.workflow.internal.Workflow.Inside;
import io.usher.engine.workflow.internal.Workflow.Status;
import io.usher.engine.workflow.internal.WorkflowStore.Named;
import io.usher.engine.workflow.internal.WorkflowStore.Query;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The workflows of a workspace: made, found, named. */
@Component
public class WorkflowService {

    /** The longest name a workflow may have. */
    public static final int LONGEST_NAME = 200;

    private static final Comparator<String> ALPHABETICAL =
            String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());
    private static final byte[] EMPTY_DRAWING = emptyDrawing();

    private final WorkflowStore workflows;
    private final DraftStore drafts;
    private final LinkChanges changes;

    WorkflowService(WorkflowStore workflows, DraftStore drafts, LinkChanges changes) {
        this.workflows = workflows;
        this.drafts = drafts;
        this.changes = changes;
    }

    /** A workflow and the tag of its draft. */
    public record Created(Workflow workflow, String draftTag) {}

    /** What a new workflow begins with. */
    public record Content(String name, List<String> tags, byte[] drawn, Triggers triggers) {

        public Content {
            tags = List.copyOf(tags);
        }
    }

    /** A new workflow whose draft is one Start. */
    public Mono<Created> create(WorkspaceId workspace, String name, List<String> tags, Change change) {
        return create(workspace, new Content(name, tags, EMPTY_DRAWING, Triggers.NONE), change);
    }

    /** A new workflow that has its draft and triggers at once; nothing is activated. */
    public Mono<Created> create(WorkspaceId workspace, Content content, Change change) {
        var id = new WorkflowId(Ids.random());
        var workflow = new Workflow(
                id,
                workspace,
                content.name(),
                content.tags(),
                Status.DRAFT,
                0,
                0,
                Inside.GO_ON,
                content.triggers(),
                change,
                0,
                change.at(),
                change);
        var draft = Draft.of(id, content.drawn(), change);
        // the draft is stored first: a workflow always has one
        return drafts.insert(draft).then(workflows.insert(workflow)).thenReturn(new Created(workflow, draft.tag()));
    }

    /** A new workflow with the draft, tags and triggers of this one; {@code name} null: "Copy of" and its name. */
    public Mono<Created> duplicate(WorkspaceId workspace, WorkflowId id, @Nullable String name, Change change) {
        return find(workspace, id)
                .zipWith(drafts.find(id))
                .flatMap(found -> create(workspace, copy(found.getT1(), found.getT2(), name), change));
    }

    private static Content copy(Workflow workflow, Draft draft, @Nullable String name) {
        var made = "Copy of " + workflow.name();
        var shown = made.length() <= LONGEST_NAME
                ? made
                : made.substring(0, LONGEST_NAME).strip();
        return new Content(name == null ? shown : name, workflow.tags(), draft.bytes(), workflow.triggers());
    }

    /** The workflow; 404 when there is none in this workspace. */
    public Mono<Workflow> find(WorkspaceId workspace, WorkflowId id) {
        return workflows.find(workspace, id).switchIfEmpty(missing(id));
    }

    public Mono<Page<Workflow>> list(WorkspaceId workspace, Query query, PageRequest page) {
        return workflows.list(workspace, query, page);
    }

    /** The tags in use, in alphabetical order; those of archived workflows only when they are asked for. */
    public Mono<List<String>> tags(WorkspaceId workspace, @Nullable Status status) {
        return workflows
                .tags(workspace, status)
                .map(tags -> tags.stream().sorted(ALPHABETICAL).toList());
    }

    /** Another name and other tags; the name in decisions about later events is the new one. */
    /** Changes name and tags if they are those that were looked at. */
    public Mono<Edited<Workflow>> rename(
            WorkspaceId workspace, WorkflowId id, Expected expected, Function<Workflow, Named> next, Change change) {
        var now = find(workspace, id)
                .flatMap(found ->
                        found.status() == Status.ARCHIVED ? Mono.<Workflow>error(archived()) : Mono.just(found));
        return Edits.change(now, Workflow::nameTag, expected, found -> rename(found, next.apply(found), change));
    }

    private Mono<Workflow> rename(Workflow now, Named next, Change change) {
        return next.equals(new Named(now.name(), now.tags()))
                ? Mono.just(now)
                : workflows.rename(now, next, change).flatMap(changes::announce);
    }

    /** Why a change of this workflow did not match: it is not there, or archived. */
    Mono<Workflow> notChangeable(WorkspaceId workspace, WorkflowId id) {
        return find(workspace, id).flatMap(archived -> Mono.error(archived()));
    }

    static RuntimeException archived() {
        return Problems.conflict("archived", "The workflow is archived and cannot be changed");
    }

    private static Mono<Workflow> missing(WorkflowId id) {
        return Mono.error(() -> Problems.notFound("workflow", id.value()));
    }

    private static byte[] emptyDrawing() {
        try (var stream = WorkflowService.class.getResourceAsStream("new-workflow.bpmn")) {
            return Objects.requireNonNull(stream, "new-workflow.bpmn").readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
