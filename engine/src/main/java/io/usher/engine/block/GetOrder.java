package io.usher.engine.block;

import static io.usher.engine.shared.Reason.decimal;
import static io.usher.engine.shared.Reason.nested;
import static io.usher.engine.shared.Reason.text;
import static io.usher.engine.shared.Reason.whole;

import io.usher.engine.event.Event;
import io.usher.engine.order.Order;
import io.usher.engine.order.Orders;
import io.usher.engine.platform.async.Async;
import io.usher.engine.rule.EventFacts;
import io.usher.engine.shared.JourneyMemory;
import io.usher.engine.shared.Reason;
import io.usher.engine.shared.Reason.Value;
import io.usher.engine.shared.Sentence;
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

    private static final Sentence FOUND = Sentence.of("get-order", "found", "order", "parts");
    private static final Sentence STATUS = Sentence.of("get-order", "status", "status");
    private static final Sentence ITEMS = Sentence.of("get-order", "items", "count");
    private static final Sentence COST = Sentence.of("get-order", "cost", "amount", "currency");
    private static final Sentence COST_ALONE = Sentence.of("get-order", "cost-alone", "amount");
    private static final Sentence NONE = Sentence.of("get-order", "none");
    private static final Sentence NOT_FOUND = Sentence.of("get-order", "not-found", "order");
    private static final Sentence NO_NUMBER = Sentence.of("get-order", "no-number");
    private static final Sentence NOT_YET = Sentence.of("get-order", "not-yet", "absent");
    private static final Sentence ENDS = Sentence.of("get-order", "ends", "absent");
    private static final Sentence WENT_ON = Sentence.of("get-order", "went-on", "absent");

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
            return found(visit, orders.latest(visit.workspace(), visit.contact()), NONE.with());
        }
        var id = by.equals("param")
                ? param(visit)
                : Optional.ofNullable(visit.start().key());
        return id.map(known -> found(visit, orders.find(visit.workspace(), known), NOT_FOUND.with(text(known))))
                .orElseGet(() -> missing(visit, NO_NUMBER.with()));
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

    private static Outcome found(Visit visit, Mono<Order> search, Reason absent) {
        var order = Async.await(search);
        if (order != null) {
            return new Outcome.GoOn(summary(order), JourneyMemory.ofOrder(order.externalOrderId()));
        }
        var limit = Duration.ofMinutes(visit.settings().number("waitMinutes", DEFAULT_WAIT_MINUTES));
        var waited = Duration.between(visit.enteredAt(), visit.now());
        if (waited.compareTo(limit) < 0) {
            return new Outcome.NotYet(NOT_YET.with(nested(absent)), pause(waited, limit.minus(waited)));
        }
        return missing(visit, absent);
    }

    private static Outcome missing(Visit visit, Reason absent) {
        return ends(visit.settings())
                ? new Outcome.End(ENDS.with(nested(absent)))
                : new Outcome.GoOn(WENT_ON.with(nested(absent)));
    }

    /** Soon at first, later less often, and once more when the time is over. */
    private static Duration pause(Duration waited, Duration left) {
        var grown = waited.dividedBy(PATIENCE_GROWS_BY);
        var bounded = grown.compareTo(SHORTEST) < 0 ? SHORTEST : grown.compareTo(LONGEST) > 0 ? LONGEST : grown;
        return bounded.compareTo(left) < 0 ? bounded : left;
    }

    private static Reason summary(Order order) {
        var parts = new ArrayList<Reason>();
        parts.add(STATUS.with(text(order.status())));
        if (order.content().values().get("items") instanceof List<?> items) {
            parts.add(ITEMS.with(whole(items.size())));
        }
        var cost = amount(order.content().values().get("totalCost"));
        if (cost != null) {
            parts.add(order.content()
                    .value("currency")
                    .map(currency -> COST.with(cost, text(currency.toString())))
                    .orElse(COST_ALONE.with(cost)));
        }
        return FOUND.with(text(order.externalOrderId()), nested(parts));
    }

    private static @Nullable Value amount(@Nullable Object value) {
        return switch (value) {
            case BigDecimal number when Math.abs(number.scale()) < 20 -> decimal(number);
            case Long number -> decimal(BigDecimal.valueOf(number));
            case null -> null;
            default -> text(value.toString());
        };
    }
}
