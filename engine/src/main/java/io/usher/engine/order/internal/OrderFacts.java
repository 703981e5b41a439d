package io.usher.engine.order.internal;

import io.usher.engine.order.Orders;
import io.usher.engine.rule.FactScope;
import io.usher.engine.rule.FactSource;
import io.usher.engine.rule.KnownFact;
import io.usher.engine.rule.KnownFact.Type;
import io.usher.engine.shared.WorkspaceId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** {@code order.*}: the fields of the order that the journey is about, under the names of the API. */
@Component
class OrderFacts implements FactSource {

    private static final List<KnownFact> KNOWN = List.of(
            KnownFact.of("order.externalOrderId", "Order number", Type.TEXT),
            KnownFact.choice("order.status", "Order status", Status.NAMES),
            KnownFact.of("order.date", "Order date", Type.TIME),
            KnownFact.of("order.totalCost", "Order total", Type.NUMBER, 960),
            KnownFact.of("order.currency", "Currency", Type.TEXT, "SEK"),
            KnownFact.of("order.items.*.name", "Any item's name", Type.TEXT),
            KnownFact.of("order.items.*.category", "Any item's category", Type.TEXT, "ticket"),
            KnownFact.of("order.items.*.quantity", "Any item's quantity", Type.NUMBER, 2),
            KnownFact.of("order.items.*.cost", "Any item's price", Type.NUMBER, 480),
            KnownFact.of("order.items.*.externalItemId", "Any item's number", Type.TEXT),
            KnownFact.of("order.items.*.url", "Any item's page", Type.TEXT),
            KnownFact.of("order.items.*.imageUrl", "Any item's picture", Type.TEXT),
            KnownFact.of("order.shipping", "Shipping cost", Type.NUMBER),
            KnownFact.of("order.discount", "Discount", Type.NUMBER),
            KnownFact.of("order.taxes", "Taxes", Type.NUMBER),
            KnownFact.of("order.deliveryMethod", "Delivery method", Type.TEXT),
            KnownFact.of("order.deliveryAddress", "Delivery address", Type.TEXT),
            KnownFact.of("order.paymentMethod", "Payment method", Type.TEXT),
            KnownFact.of("order.statusDescription", "Status in words", Type.TEXT),
            KnownFact.of("order.storeId", "Shop", Type.TEXT),
            KnownFact.choice("order.source", "Ordered", List.of("online", "offline")),
            KnownFact.of("order.restoreUrl", "Link to the cart", Type.TEXT),
            KnownFact.of("order.firstName", "Buyer's first name", Type.TEXT),
            KnownFact.of("order.lastName", "Buyer's last name", Type.TEXT),
            KnownFact.of("order.email", "Buyer's e-mail", Type.TEXT),
            KnownFact.of("order.phone", "Buyer's phone", Type.TEXT));

    private final Orders orders;

    OrderFacts(Orders orders) {
        this.orders = orders;
    }

    @Override
    public String root() {
        return "order";
    }

    @Override
    public Mono<List<KnownFact>> known(WorkspaceId workspace) {
        return Mono.just(KNOWN);
    }

    @Override
    public Mono<Map<String, @Nullable Object>> load(FactScope scope) {
        return Mono.justOrEmpty(scope.memory().order())
                .flatMap(id -> orders.find(scope.workspace(), id))
                .map(order -> order.content().values())
                .defaultIfEmpty(Map.of());
    }
}
