package io.usher.engine.block;

import io.usher.engine.event.Event;
import io.usher.engine.order.Order;
import io.usher.engine.order.Orders;
import io.usher.engine.platform.async.Async;
import io.usher.engine.rule.EventFacts;
import io.usher.engine.shared.JourneyMemory;
import io.usher.engine.workflow.spi.ActionBlock;
import io.usher.engine.workflow.spi.BlockDescription;
import io.usher.engine.workflow.spi.BlockDescription.Drawn;
import io.usher.engine.workflow.spi.BlockDescription.Field;
import io.usher.engine.workflow.spi.BlockDescription.Kind;
import io.usher.engine.workflow.spi.BlockDescription.Ways;
import io.usher.engine.workflow.spi.Outcome;
import io.usher.engine.workflow.spi.Settings;
import io.usher.engine.workflow.spi.Visit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds the order that later blocks and templates see as {@code order}; waits for one that comes after its event. */
@Component
class GetOrder implements ActionBlock {

    static final int DEFAULT_WAIT_MINUTES = 10;

    private static final String WHEN_MISSING = "whenMissing";
    private static final String END = "end";

    /** Also of versions that were activated before a person had to choose. */
    private static final String GO_ON = "continue";

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int PATIENCE_GROWS_BY = 4;

    private static final BlockDescription DESCRIPTION = new BlockDescription(
            "get-order",
            "Get order",
            "Finds an order. Later blocks can use it: {{ order.totalCost }}.",
            "{by}",
            "data",
            "cart",
            Drawn.SERVICE_TASK,
            "usher.get-order",
            Ways.ONE,
            List.of(
                    Field.choice(
                            "by",
                            "Which order",
                            "Where the order number comes from",
                            "key",
                            "The event key",
                            "param",
                            "A param of the event",
                            "latest",
                            "The contact's latest order"),
                    Field.of("param", "Param", "Its value is the order number", Kind.PARAM)
                            .within(1, 200)
                            .when("by", "param"),
                    Field.number(
                                    "waitMinutes",
                                    "Wait for it (minutes)",
                                    "How long to wait for an order that has not come yet",
                                    0,
                                    10_080)
                            .byDefault(DEFAULT_WAIT_MINUTES)
                            .optional(),
                    Field.choice(
                            WHEN_MISSING,
                            "If there is no order",
                            "What happens when it has not come in time",
                            GO_ON,
                            "Go on without it",
                            END,
                            "End the journey")));

    private final Orders orders;

    GetOrder(Orders orders) {
        this.orders = orders;
    }

    @Override
    public BlockDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Outcome run(Visit visit) {
        var by = visit.settings().text("by", "key");
        if (by.equals("latest")) {
            return found(visit, orders.latest(visit.workspace(), visit.contact()), "The contact has no order");
        }
        var id = by.equals("param")
                ? param(visit)
                : Optional.ofNullable(visit.start().key());
        return id.map(known ->
                        found(visit, orders.find(visit.workspace(), known), "There is no order \"" + known + "\""))
                .orElseGet(() -> missing(visit, "The event has no order number"));
    }

    @Override
    public OrderBehind orderBehind(Settings settings) {
        return ends(settings) ? OrderBehind.SURELY : OrderBehind.PERHAPS;
    }

    private static boolean ends(Settings settings) {
        return settings.text(WHEN_MISSING, GO_ON).equals(END);
    }

    private static Optional<String> param(Visit visit) {
        return visit.settings()
                .text("param")
                .flatMap(path -> param(visit.start(), path))
                .filter(text -> !text.isBlank());
    }

    /** A name alone is also found when it is written in another case. */
    private static Optional<String> param(Event start, String path) {
        return Optional.ofNullable(new EventFacts(start.key(), start.params()).text(path))
                .or(() -> start.params().valueIgnoringCase(path).map(Object::toString));
    }

    private static Outcome found(Visit visit, Mono<Order> search, String absent) {
        var order = Async.await(search);
        if (order != null) {
            return new Outcome.GoOn(summary(order), JourneyMemory.ofOrder(order.externalOrderId()));
        }
        var limit = Duration.ofMinutes(visit.settings().number("waitMinutes", DEFAULT_WAIT_MINUTES));
        var waited = Duration.between(visit.enteredAt(), visit.now());
        if (waited.compareTo(limit) < 0) {
            return new Outcome.NotYet(absent + " yet", pause(waited, limit.minus(waited)));
        }
        return missing(visit, absent);
    }

    private static Outcome missing(Visit visit, String absent) {
        return ends(visit.settings())
                ? new Outcome.End(absent + ", the journey ends")
                : new Outcome.GoOn(absent + ", went on");
    }

    /** Soon at first, later less often, and once more when the time is over. */
    private static Duration pause(Duration waited, Duration left) {
        var grown = waited.dividedBy(PATIENCE_GROWS_BY);
        var bounded = grown.compareTo(SHORTEST) < 0 ? SHORTEST : grown.compareTo(LONGEST) > 0 ? LONGEST : grown;
        return bounded.compareTo(left) < 0 ? bounded : left;
    }

    private static String summary(Order order) {
        var parts = new ArrayList<String>();
        parts.add(order.status());
        if (order.content().values().get("items") instanceof List<?> items) {
            parts.add(items.size() == 1 ? "1 item" : items.size() + " items");
        }
        var cost = amount(order.content().values().get("totalCost"));
        if (cost != null) {
            parts.add(order.content()
                    .value("currency")
                    .map(currency -> cost + " " + currency)
                    .orElse(cost));
        }
        return "Order " + order.externalOrderId() + " (" + String.join(", ", parts) + ")";
    }

    private static @Nullable String amount(@Nullable Object value) {
        return switch (value) {
            case BigDecimal number when Math.abs(number.scale()) < 20 -> number.toPlainString();
            case null -> null;
            default -> value.toString();
        };
    }
}
