package io.usher.engine.order.internal;

import io.usher.engine.order.Order;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.EventId;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** Orders, each with the statuses it had and the status events that are still to be made. */
public interface OrderStore {

    /** An event that an order's new status makes; kept in the order until the event is accepted. */
    record Pending(
            WorkspaceId workspace,
            String externalOrderId,
            EventId event,
            String status,
            Params params,
            Instant at,
            boolean history) {}

    /** Stores the order as it is now; true when the status is new, then {@code pending} is kept in the same write. */
    Mono<Boolean> save(Order order, Pending pending);

    /** The status event was accepted. */
    Mono<Void> done(Pending pending);

    /** Marks made before this moment and still there. */
    Mono<List<Pending>> pending(Instant before, int limit);

    Mono<Order> find(WorkspaceId workspace, String externalOrderId);

    Mono<Order> latest(WorkspaceId workspace, ContactId contact);

    /** Latest date first. */
    Mono<Page<Order>> list(WorkspaceId workspace, ContactId contact, PageRequest page);
}
