package io.usher.engine.order.internal;

import io.usher.engine.order.Order;
import io.usher.engine.order.internal.Pending.Tries;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** Orders, each with the statuses it had and the status events that are still to be made. */
public interface OrderStore {

    /** What became of a post of an order. */
    enum Saved {
        /** Stored; the status is new, and its event is kept in the same write. */
        NEW_STATUS,
        /** Stored; the order had this status before. */
        KNOWN_STATUS,
        /** A later post was there already: nothing was changed. */
        OUTDATED
    }

    /**
     * Stores the order unless what stands there is later: it has a later date, or with the same date a status that comes after
     * this one or had this one before.
     *
     * @param before the statuses that an order of the same date may have until now
     */
    Mono<Saved> save(Order order, List<String> before, Pending pending);

    /** The status event was accepted. */
    Mono<Void> done(Pending pending);

    /** The status event was not accepted; empty when it is no longer there. */
    Mono<Void> failed(Pending pending, Tries tries);

    /** Status events whose time has come. */
    Mono<List<Pending>> due(Instant now, int limit);

    /** Gives events that were left by the version before a time at which they are tried; true when there may be more. */
    Mono<Boolean> adopt(Instant next, int limit);

    /** Status events of this order that are not made yet, parked ones too. */
    Mono<List<Pending>> notMade(WorkspaceId workspace, String externalOrderId);

    Mono<Order> find(WorkspaceId workspace, String externalOrderId);

    Mono<Order> latest(WorkspaceId workspace, ContactId contact);

    /** Latest date first. */
    Mono<Page<Order>> list(WorkspaceId workspace, ContactId contact, PageRequest page);
}
