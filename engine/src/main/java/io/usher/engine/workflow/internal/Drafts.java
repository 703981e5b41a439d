package io.usher.engine.workflow.internal;

import io.usher.engine.shared.Expected;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.workflow.internal.DraftStore.Draft;
import io.usher.engine.workflow.internal.DraftStore.Stamp;
import io.usher.engine.workflow.internal.Workflow.Change;
import io.usher.engine.workflow.internal.Workflow.Status;
import io.usher.engine.workflow.internal.drawing.DrawingReader;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The drafts of workflows: any well-formed XML, so that half-drawn work can be kept. */
@Component
public class Drafts {

    private final WorkflowService service;
    private final DraftStore drafts;
    private final WorkflowStore workflows;

    Drafts(WorkflowService service, DraftStore drafts, WorkflowStore workflows) {
        this.service = service;
        this.drafts = drafts;
        this.workflows = workflows;
    }

    /** What became of a draft that was sent. */
    public sealed interface Saved {

        /** It is stored. */
        record Stored(String tag) implements Saved {}

        /** Another one is there; nothing was stored. */
        record Stale(Stamp now) implements Saved {}
    }

    public Mono<Draft> read(WorkspaceId workspace, WorkflowId id) {
        return service.find(workspace, id).flatMap(workflow -> read(id));
    }

    private Mono<Draft> read(WorkflowId id) {
        return drafts.find(id)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("Workflow " + id + " has no draft")));
    }

    public Mono<Saved> save(WorkspaceId workspace, WorkflowId id, byte[] bytes, Expected expected, Change change) {
        var draft = Draft.of(id, bytes, change);
        return service.find(workspace, id)
                .flatMap(Drafts::changeable)
                .then(readable(bytes))
                .then(Mono.defer(() -> replace(draft, expected)));
    }

    private static Mono<Workflow> changeable(Workflow workflow) {
        return workflow.status() == Status.ARCHIVED ? Mono.error(WorkflowService.archived()) : Mono.just(workflow);
    }

    private static Mono<Void> readable(byte[] bytes) {
        return Mono.fromRunnable(() -> DrawingReader.read(bytes))
                .subscribeOn(Schedulers.boundedElastic())
                .then();
    }

    private Mono<Saved> replace(Draft draft, Expected expected) {
        return switch (expected) {
            case Expected.Anything anything -> drafts.replace(draft, null).then(stored(draft));
            case Expected.OneOf tags -> read(draft.workflow()).flatMap(now -> replace(draft, now, tags));
        };
    }

    private Mono<Saved> replace(Draft draft, Draft now, Expected expected) {
        if (!expected.admits(now.tag())) {
            return Mono.just(new Saved.Stale(now.stamp()));
        }
        return drafts.replace(draft, now.tag()).flatMap(replaced -> replaced ? stored(draft) : stale(draft));
    }

    private Mono<Saved> stored(Draft draft) {
        return workflows.touch(draft.workflow(), draft.saved()).thenReturn(new Saved.Stored(draft.tag()));
    }

    private Mono<Saved> stale(Draft draft) {
        return read(draft.workflow()).map(now -> new Saved.Stale(now.stamp()));
    }
}
