package io.usher.engine.order.internal;

import io.usher.engine.order.Order;
import io.usher.engine.order.Orders;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.VisibleText;
import io.usher.engine.shared.WorkspaceId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Orders as they were stored last. */
@Component
class StoredOrders implements Orders {

    private final OrderStore store;

    StoredOrders(OrderStore store) {
        this.store = store;
    }

    @Override
    public Mono<Order> find(WorkspaceId workspace, String externalOrderId) {
        return store.find(workspace, externalOrderId).switchIfEmpty(Mono.defer(() -> {
            var clean = VisibleText.clean(externalOrderId);
            return clean.equals(externalOrderId) ? Mono.empty() : store.find(workspace, clean);
        }));
    }

    @Override
    public Mono<Order> latest(WorkspaceId workspace, ContactId contact) {
        return store.latest(workspace, contact);
    }
}
