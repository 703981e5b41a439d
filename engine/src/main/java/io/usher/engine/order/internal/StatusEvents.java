package io.usher.engine.order.internal;

import io.usher.engine.event.EventType;
import io.usher.engine.event.Events;
import io.usher.engine.event.NewEvent;
import io.usher.engine.order.internal.OrderStore.Pending;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.async.Loops;
import io.usher.engine.platform.crash.CrashPoints;
import io.usher.engine.shared.EventTypeKey;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Makes the event of an order's new status. Its id is derived from order and status and the mark in the order goes only after
 * it was accepted, so that a crash in between loses nothing and a repetition doubles nothing.
 */
@Component
class StatusEvents {

    private static final Logger LOG = LoggerFactory.getLogger(StatusEvents.class);
    private static final Duration POLL = Duration.ofSeconds(5);
    private static final Duration LEFT_BEHIND = Duration.ofSeconds(5);
    private static final int SWEEP = 100;

    private final Events events;
    private final OrderStore store;
    private final CrashPoints crashPoints;
    private final Clock clock;

    StatusEvents(Events events, OrderStore store, CrashPoints crashPoints, Clock clock, Loops loops) {
        this.events = events;
        this.store = store;
        this.crashPoints = crashPoints;
        this.clock = clock;
        loops.add("order-events", POLL, this::sweep);
    }

    Mono<Void> make(Pending pending) {
        return Mono.defer(() -> {
            crashPoints.reached("order-after-store");
            return events.accept(event(pending)).then(store.done(pending));
        });
    }

    /** As {@link #make}; when it cannot be made now the sweeper makes it, so the order's answer may promise it. */
    Mono<Void> makeSoon(Pending pending) {
        return make(pending)
                .doOnError(e -> LOG.warn("The event of order {} is made later", pending.externalOrderId(), e))
                .onErrorComplete();
    }

    private boolean sweep() {
        var left = Async.value(store.pending(clock.instant().minus(LEFT_BEHIND), SWEEP));
        left.forEach(pending -> Async.await(make(pending)));
        return left.size() == SWEEP;
    }

    private static NewEvent event(Pending pending) {
        return new NewEvent(
                pending.workspace(),
                new EventTypeKey("order" + pending.status()),
                pending.event(),
                pending.externalOrderId(),
                pending.at(),
                pending.history(),
                pending.params(),
                "order",
                EventType.Category.ORDER.key());
    }
}
