package io.usher.engine.workflow.internal;

import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.Keyed;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.workflow.internal.Workflow.Change;
import io.usher.engine.workflow.internal.Workflow.Inside;
import io.usher.engine.workflow.internal.Workflow.Status;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Workflows. Each change is one update of one document and answers the workflow as it is then; empty: the filter did not match. */
public interface WorkflowStore {

    Mono<Void> insert(Workflow workflow);

    Mono<Workflow> find(WorkspaceId workspace, WorkflowId id);

    /** By id alone: ids are unique over all workspaces. */
    Mono<Workflow> find(WorkflowId id);

    /** In the order of the query; archived ones only when they are asked for. */
    Mono<Page<Workflow>> list(WorkspaceId workspace, Query query, PageRequest page);

    /** The tags of the workflows of this status, each once; null: of all that are not archived. */
    Mono<Set<String>> tags(WorkspaceId workspace, @Nullable Status status);

    Mono<Workflow> rename(Workflow now, Named next, Change change);

    /** What people call a workflow. */
    record Named(String name, List<String> tags) {

        public Named {
            tags = List.copyOf(tags);
        }
    }

    /** Notes that the draft was saved. */
    Mono<Void> touch(WorkflowId id, Change change);

    /** Whatever its status but archived, if the triggers still have this revision. Marks that links changed. */
    Mono<Workflow> triggers(WorkspaceId workspace, WorkflowId id, long revision, Triggers triggers, Change change);

    /** Moves on in its life if {@code lifecycle} is still as read and the status is one of {@code from}. Marks that links changed. */
    Mono<Workflow> move(Key key, long lifecycle, Set<Status> from, Move move, Change change);

    /** Takes away the mark, unless links changed again. */
    Mono<Void> linksRaised(LinksMark mark);

    /** Marks set before this time whose links version was perhaps not raised. */
    Flux<LinksMark> linksChangedBefore(Instant time);

    /** All active and paused ones. */
    Flux<Workflow> linked(WorkspaceId workspace);

    /** Those with a link of one of these types, archived ones left out. */
    Flux<Workflow> using(WorkspaceId workspace, Collection<EventTypeKey> types);

    /** Says that this workflow's links changed then and the links version is still to be raised. */
    record LinksMark(WorkflowId workflow, WorkspaceId workspace, Instant at) {}

    /** A workflow by its id, and the workspace that it is in. */
    record Key(WorkspaceId workspace, WorkflowId id) {}

    /** A step in a workflow's life; {@code version} is the active one from then on. */
    record Move(Step step, int version, Inside inside) {}

    /** The steps that can be made. */
    enum Step {
        ACTIVATED("activated", Status.ACTIVE),
        PAUSED("paused", Status.PAUSED),
        RESUMED("resumed", Status.ACTIVE),
        ARCHIVED("archived", Status.ARCHIVED);

        private final String key;
        private final Status to;

        Step(String key, Status to) {
            this.key = key;
            this.to = to;
        }

        public String key() {
            return key;
        }

        public Status to() {
            return to;
        }
    }

    /**
     * Filters of the list; null leaves one out.
     *
     * @param search part of the name, without regard to case
     * @param event an event type that starts or stops it
     */
    record Query(
            @Nullable Status status,
            @Nullable String tag,
            @Nullable String search,
            @Nullable EventTypeKey event,
            Sort sort) {}

    /** Orders of the list: names from A, times with the newest first. */
    enum Sort implements Keyed {
        CHANGED("changed"),
        NAME("name"),
        CREATED("created");

        private final String key;

        Sort(String key) {
            this.key = key;
        }

        @Override
        public String key() {
            return key;
        }
    }
}
