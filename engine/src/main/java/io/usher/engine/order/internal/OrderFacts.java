package io.usher.engine.order.internal;

import io.usher.engine.order.Orders;
import io.usher.engine.rule.FactScope;
import io.usher.engine.rule.FactSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** {@code order.*}: the fields of the order that the journey is about, under the names of the API. */
@Component
class OrderFacts implements FactSource {

    private final Orders orders;

    OrderFacts(Orders orders) {
        this.orders = orders;
    }

    @Override
    public String root() {
        return "order";
    }

    @Override
    public Mono<Map<String, @Nullable Object>> load(FactScope scope) {
        if (scope.orderId() == null) {
            return Mono.just(Map.of());
        }
        return orders.find(scope.workspace(), scope.orderId())
                .map(order -> order.content().values())
                .defaultIfEmpty(Map.of());
    }
}
