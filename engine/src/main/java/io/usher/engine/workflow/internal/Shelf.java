package io.usher.engine.workflow.internal;

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
import io.usher.engine.workflow.internal.WorkflowStore.Query;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The workflows of a workspace: made, found, named. */
@Component
public class Shelf {

    private static final byte[] EMPTY_DRAWING = emptyDrawing();

    private final WorkflowStore workflows;
    private final DraftStore drafts;
    private final LinkChanges changes;

    Shelf(WorkflowStore workflows, DraftStore drafts, LinkChanges changes) {
        this.workflows = workflows;
        this.drafts = drafts;
        this.changes = changes;
    }

    /** A workflow and the tag of its draft. */
    public record Created(Workflow workflow, String draftTag) {}

    /** A new workflow whose draft is one Start. The draft is stored first: a workflow always has one. */
    public Mono<Created> create(WorkspaceId workspace, String name, List<String> tags, Change change) {
        var id = new WorkflowId(Ids.random());
        var workflow = new Workflow(
                id,
                workspace,
                name,
                tags,
                Status.DRAFT,
                0,
                0,
                Inside.GO_ON,
                Triggers.NONE,
                change,
                change.at(),
                change);
        var draft = Draft.of(id, EMPTY_DRAWING, change);
        return drafts.insert(draft).then(workflows.insert(workflow)).thenReturn(new Created(workflow, draft.tag()));
    }

    /** The workflow; 404 when there is none in this workspace. */
    public Mono<Workflow> find(WorkspaceId workspace, WorkflowId id) {
        return workflows.find(workspace, id).switchIfEmpty(missing(id));
    }

    public Mono<Page<Workflow>> list(WorkspaceId workspace, Query query, PageRequest page) {
        return workflows.list(workspace, query, page);
    }

    /** Another name and other tags; the name in decisions about later events is the new one. */
    public Mono<Workflow> rename(WorkspaceId workspace, WorkflowId id, String name, List<String> tags, Change change) {
        return workflows
                .rename(workspace, id, name, tags, change)
                .switchIfEmpty(Mono.defer(() -> notChangeable(workspace, id)))
                .flatMap(changes::announce);
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
        try (var stream = Shelf.class.getResourceAsStream("new-workflow.bpmn")) {
            return Objects.requireNonNull(stream, "new-workflow.bpmn").readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
