package io.usher.engine.order.internal;

import io.usher.engine.event.EventType;
import io.usher.engine.event.Events;
import io.usher.engine.event.NewEvent;
import io.usher.engine.order.internal.Pending.Tries;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.async.Loops;
import io.usher.engine.platform.crash.CrashPoints;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.Problems;
import io.usher.engine.shared.WorkspaceId;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Makes the event of an order's new status. Its id is derived from order and status and the mark in the order goes only after
 * it was accepted, so that a crash in between loses nothing and a repetition doubles nothing. One that cannot be made is tried
 * again later, or parked, and holds up no other.
 */
@Component
public class StatusEvents {

    private static final Logger LOG = LoggerFactory.getLogger(StatusEvents.class);
    private static final Duration POLL = Duration.ofSeconds(5);
    private static final Duration TIME_LIMIT = Duration.ofSeconds(45);
    private static final int SWEEP = 100;

    private final Events events;
    private final OrderStore store;
    private final CrashPoints crashPoints;
    private final Clock clock;

    @Autowired
    StatusEvents(Events events, OrderStore store, CrashPoints crashPoints, Clock clock, Loops loops) {
        this(events, store, crashPoints, clock);
        loops.add("order-events", POLL, this::sweep);
    }

    /** One that sweeps only when it is told to. */
    StatusEvents(Events events, OrderStore store, CrashPoints crashPoints, Clock clock) {
        this.events = events;
        this.store = store;
        this.crashPoints = crashPoints;
        this.clock = clock;
    }

    /** When the sweeper may look at an event that is being made just now. */
    Tries first() {
        return new Tries(0, clock.instant().plus(Setback.FIRST_PAUSE), null);
    }

    /** Completes also when it could not be made; then the order says when it is tried again, or why it is parked. */
    Mono<Void> make(Pending pending) {
        return Mono.defer(() -> {
                    crashPoints.reached("order-after-store");
                    return events.accept(event(pending)).then(store.done(pending));
                })
                .onErrorResume(failure -> later(pending, failure));
    }

    /** As {@link #make}; when even that cannot be noted the sweeper makes it, so the order's answer may promise it. */
    Mono<Void> makeSoon(Pending pending) {
        return make(pending)
                .doOnError(e -> LOG.warn("The event of order {} is made later", pending.externalOrderId(), e))
                .onErrorComplete();
    }

    /** Makes the parked events of an order; 409 when it has none. */
    public Mono<Void> sendAgain(WorkspaceId workspace, String externalOrderId) {
        return store.notMade(workspace, externalOrderId).flatMap(pending -> {
            var parked = pending.stream().filter(each -> each.tries().parked()).toList();
            return parked.isEmpty()
                    ? Mono.error(Problems.conflict(
                            "not-parked",
                            "No event of order \"" + externalOrderId
                                    + "\" is parked, so there is nothing to send again"))
                    : Flux.fromIterable(parked).concatMap(this::make).then();
        });
    }

    boolean sweep() {
        boolean left = Async.value(store.adopt(clock.instant(), SWEEP));
        var due = Async.value(store.due(clock.instant(), SWEEP));
        due.forEach(pending -> Async.await(make(pending), TIME_LIMIT));
        return left || due.size() == SWEEP;
    }

    private Mono<Void> later(Pending pending, Throwable failure) {
        var tries = Setback.after(pending.tries(), failure, clock.instant());
        LOG.warn(
                "The event {} of order {} is {}",
                pending.event(),
                pending.externalOrderId(),
                tries.parked() ? "parked" : "tried again at " + tries.next(),
                failure);
        return store.failed(pending, tries);
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
