package io.usher.engine.order;

import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.WorkspaceId;
import reactor.core.publisher.Mono;

/** Reads orders. */
public interface Orders {

    /** By its number as it was written or as it is kept (trimmed and composed); empty when it has not come (yet). */
    Mono<Order> find(WorkspaceId workspace, String externalOrderId);

    /** The contact's order with the latest date; empty when there is none. */
    Mono<Order> latest(WorkspaceId workspace, ContactId contact);
}
