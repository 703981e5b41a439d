package io.usher.engine.journey.internal.dispatch;

import io.usher.engine.event.DispatchQueue;
import io.usher.engine.event.Event;
import io.usher.engine.platform.async.Async;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.WorkspaceId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Goes round the workspaces that have due events, and in each round its contacts: a contact with any number of due events is
 * one step. For one caller at a time.
 */
final class Ring {

    private final DispatchQueue queue;
    private final Map<WorkspaceId, ContactId> reached = new HashMap<>();
    private @Nullable WorkspaceId last;

    Ring(DispatchQueue queue) {
        this.queue = queue;
    }

    /** The next workspace's next contacts, contact by contact, at most so many events; empty when nothing is due. */
    List<Event> next(Collection<Integer> lanes, int limit) {
        var workspace = nextWorkspace(lanes);
        last = workspace;
        if (workspace == null) {
            return List.of();
        }
        var page = Async.value(queue.byContact(lanes, workspace, reached.get(workspace), limit));
        if (page.isEmpty() && reached.containsKey(workspace)) {
            page = Async.value(queue.byContact(lanes, workspace, null, limit));
        }
        if (page.size() < limit) {
            reached.remove(workspace);
        } else {
            reached.put(workspace, page.getLast().contact());
        }
        return page;
    }

    private @Nullable WorkspaceId nextWorkspace(Collection<Integer> lanes) {
        var next = last == null ? null : Async.await(queue.nextWorkspace(lanes, last));
        return next == null ? Async.await(queue.nextWorkspace(lanes, null)) : next;
    }
}
