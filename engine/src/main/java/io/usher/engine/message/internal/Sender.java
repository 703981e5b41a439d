package io.usher.engine.message.internal;

import io.usher.connectors.channel.Delivery;
import io.usher.engine.message.Message;
import io.usher.engine.message.Message.Entry;
import io.usher.engine.message.Message.State;
import io.usher.engine.message.MessageProperties;
import io.usher.engine.message.MessageReasons;
import io.usher.engine.message.SendVerdict;
import io.usher.engine.message.internal.Due.Queue;
import io.usher.engine.message.internal.connection.Route;
import io.usher.engine.message.internal.rule.RulesInOrder;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.platform.async.UnavailableException;
import io.usher.engine.platform.crash.CrashPoints;
import io.usher.engine.platform.time.RealTime;
import io.usher.engine.shared.Ids;
import io.usher.engine.shared.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Hands over one message after another (mechanism.md, section 5): take, ask the rules, mark, call, note. Every
 * change asks for this attempt's token, so a message that somebody else has changed meanwhile is left alone.
 */
@Component
class Sender {

    static final int MAX_ATTEMPTS = 16;

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final Set<State> WAITING = Set.of(State.WAITING);
    private static final Set<State> HANDING_OVER = Set.of(State.HANDING_OVER);
    private static final Set<State> OPEN_OR_UNCERTAIN = Set.of(State.HANDING_OVER, State.UNCERTAIN);

    private static final Duration INSIST = Duration.ofMinutes(5);
    private static final Retry STORE_AWAY = Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(100))
            .maxBackoff(Duration.ofSeconds(2))
            .filter(Failures::unavailable);

    private final Outbox outbox;
    private final RulesInOrder rules;
    private final HandOver handOver;
    private final Times times;
    private final CrashPoints crashPoints;
    private final Turns turns = new Turns();

    Sender(Outbox outbox, RulesInOrder rules, HandOver handOver, Times times, CrashPoints crashPoints) {
        this.outbox = outbox;
        this.rules = rules;
        this.handOver = handOver;
        this.times = times;
        this.crashPoints = crashPoints;
    }

    /** Both times, what people see and what leases count by, and how long a lease is. */
    @Component
    static final class Times {

        private final Clock clock;
        private final RealTime real;
        private final Duration lease;

        Times(Clock clock, RealTime real, MessageProperties properties) {
            this.clock = clock;
            this.real = real;
            this.lease = properties.leaseTime();
        }

        Clock clock() {
            return clock;
        }

        RealTime real() {
            return real;
        }

        Duration lease() {
            return lease;
        }
    }

    /**
     * The next messages, at most so many in all and for each connection, each now held by its attempt; none when none waits. They are
     * held one after another: what keeps one of them from being held is thrown only when none is, else those would wait for the end
     * of a lease that nobody uses.
     */
    List<Attempt> take(int most, ToIntFunction<String> room) {
        var token = Ids.random();
        var held = new CopyOnWriteArrayList<Attempt>();
        try {
            for (var connection : turns.connections(outbox::connections)) {
                int left = most - held.size();
                if (left <= 0) {
                    break;
                }
                turns.lookedAt(connection);
                take(token, connection, Math.min(left, room.applyAsInt(connection)), held);
            }
        } catch (RuntimeException e) {
            if (held.isEmpty()) {
                throw e;
            }
            LOG.warn("Some messages were taken, and then no more: {}", e.getMessage());
        }
        return List.copyOf(held);
    }

    private void take(String token, String connection, int most, List<Attempt> held) {
        int before = held.size();
        for (var turn : turns.of(most)) {
            int left = Math.min(turn.most(), most - (held.size() - before));
            if (left > 0) {
                var now = times.real().now();
                var queue = new Queue(connection, turn.kind());
                Async.await(outbox.take(token, queue, left, now, now.plus(times.lease()))
                        .doOnNext(taken -> held.add(new Attempt(taken, token, connection)))
                        .then());
            }
        }
        turns.taken(held.size() - before);
    }

    /** A message in the hands of this sender, and the connection whose queue it waited in. */
    record Attempt(Message message, String token, String connection) {}

    void deliver(Attempt attempt) {
        crashPoints.reached("deliver-after-take");
        var message = attempt.message();
        var route = handOver.route(message);
        switch (rules.ask(message, route)) {
            case SendVerdict.Go go -> handOver(attempt, route);
            case SendVerdict.Drop drop -> settle(attempt, WAITING, dropped(message, drop.reason()), drop.reason());
            case SendVerdict.Hold(Reason reason, Instant until) -> {
                if (until == null) {
                    settle(attempt, WAITING, State.HELD, reason);
                } else {
                    waitUntil(attempt, reason, until);
                }
            }
        }
    }

    private static State dropped(Message message, Reason reason) {
        if (!MessageReasons.WITHDRAWN.isSaidBy(reason)) {
            return State.DROPPED;
        }
        return message.mayHaveGoneOut() ? State.UNCERTAIN : State.WITHDRAWN;
    }

    private void waitUntil(Attempt attempt, Reason reason, Instant until) {
        var pause = Duration.between(times.clock().instant(), until);
        insist(outbox.postpone(
                attempt.message().id(),
                attempt.token(),
                entry(State.WAITING, reason),
                times.real().now().plus(pause.isNegative() ? Duration.ZERO : pause)));
    }

    private void handOver(Attempt attempt, Route route) {
        switch (handOver.prepared(attempt.message(), route)) {
            case HandOver.Cannot(State state, Reason reason) -> settle(attempt, WAITING, state, reason);
            case HandOver.Ready ready -> handOver(attempt, ready);
        }
    }

    private void handOver(Attempt attempt, HandOver.Ready ready) {
        if (!begin(attempt)) {
            return;
        }
        crashPoints.reached("deliver-before-call");
        var delivery = call(attempt.message(), ready);
        crashPoints.reached("deliver-after-call");
        note(attempt, delivery);
    }

    /** Marks it as being handed over; false when somebody else has changed it meanwhile. */
    private boolean begin(Attempt attempt) {
        var begun = entry(State.HANDING_OVER, MessageReasons.HANDING_OVER.with());
        var leaseUntil = times.real().now().plus(times.lease());
        try {
            return Async.value(outbox.begin(attempt.message().id(), attempt.token(), begun, leaseUntil));
        } catch (RuntimeException e) {
            if (Failures.unavailable(e)) {
                notBegun(attempt);
            }
            throw e;
        }
    }

    /** The mark may be there although its answer did not come. Nobody was called, so the message waits again. */
    private void notBegun(Attempt attempt) {
        insist(outbox.postpone(
                attempt.message().id(),
                attempt.token(),
                entry(State.WAITING, MessageReasons.DATABASE_AWAY.with()),
                times.real().now()));
    }

    private static Delivery call(Message message, HandOver.Ready ready) {
        try {
            return ready.call().get();
        } catch (Throwable e) {
            LOG.error("The connector failed on message {}", message.id(), e);
            return new Delivery.Unknown("The connector failed: " + Failures.words(e));
        }
    }

    private void note(Attempt attempt, Delivery delivery) {
        var answer = Reason.text(delivery.words());
        switch (delivery) {
            case Delivery.HandedOver taken ->
                settle(attempt, OPEN_OR_UNCERTAIN, State.HANDED_OVER, MessageReasons.HANDED_OVER.with(answer));
            case Delivery.Refused refused ->
                settle(attempt, HANDING_OVER, State.REFUSED, MessageReasons.REFUSED.with(answer));
            case Delivery.Unknown unknown ->
                settle(attempt, HANDING_OVER, State.UNCERTAIN, MessageReasons.NO_ANSWER.with(answer));
            case Delivery.TryLater later -> tryLater(attempt, later);
        }
    }

    private void tryLater(Attempt attempt, Delivery.TryLater later) {
        int attempts = attempt.message().attempts() + 1;
        var tries = Reason.whole(attempts);
        var answer = Reason.text(later.words());
        if (attempts >= MAX_ATTEMPTS) {
            settle(attempt, HANDING_OVER, State.REFUSED, MessageReasons.TOO_MANY_TRIES.with(tries, answer));
            return;
        }
        var next = times.real().now().plus(Backoff.after(attempts, later.after()));
        insist(outbox.postpone(
                attempt.message().id(),
                attempt.token(),
                entry(State.WAITING, MessageReasons.TRY_LATER.with(tries, answer)),
                next));
    }

    private void settle(Attempt attempt, Set<State> from, State state, Reason reason) {
        var message = attempt.message();
        boolean doubtful = message.mayHaveGoneOut() && state != State.HANDED_OVER && state != State.HELD;
        var entry = new Entry(state, times.clock().instant(), reason, doubtful);
        insist(outbox.settle(message.id(), attempt.token(), from, entry));
    }

    /** Again and again while the store is away: what came of a call is known here only. Each change asks for the token. */
    private static void insist(Mono<Boolean> change) {
        var step = change.timeout(
                Async.STEP,
                Mono.error(() -> new UnavailableException("The database did not answer", new TimeoutException())));
        Async.await(step.retryWhen(STORE_AWAY), INSIST);
    }

    private Entry entry(State state, Reason reason) {
        return new Entry(state, times.clock().instant(), reason);
    }
}
