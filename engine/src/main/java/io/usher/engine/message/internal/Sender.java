package io.usher.engine.message.internal;

import io.usher.connectors.channel.Delivery;
import io.usher.connectors.channel.MailConnector;
import io.usher.connectors.channel.OutgoingMail;
import io.usher.engine.message.JourneyState;
import io.usher.engine.message.Message;
import io.usher.engine.message.Message.Entry;
import io.usher.engine.message.Message.State;
import io.usher.engine.message.MessageProperties;
import io.usher.engine.message.internal.HandOverRules.Verdict;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.platform.async.UnavailableException;
import io.usher.engine.platform.crash.CrashPoints;
import io.usher.engine.platform.time.RealTime;
import io.usher.engine.shared.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Hands over one message after another (mechanism.md, section 5): take, ask the journey, look at the rules, mark, call, note. Every
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
    private final HandOverRules rules;
    private final ObjectProvider<JourneyState> journeys;
    private final Times times;
    private final CrashPoints crashPoints;

    Sender(
            Outbox outbox,
            HandOverRules rules,
            ObjectProvider<JourneyState> journeys,
            Times times,
            CrashPoints crashPoints) {
        this.outbox = outbox;
        this.rules = rules;
        this.journeys = journeys;
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
     * The next messages, at most so many, each now held by its attempt; none when none waits. They are held one after another: what
     * keeps one of them from being held is thrown only when none is, else those would wait for the end of a lease that nobody uses.
     */
    List<Attempt> take(int most) {
        var token = Ids.random();
        var now = times.real().now();
        var held = new CopyOnWriteArrayList<Attempt>();
        try {
            Async.await(outbox.take(token, most, now, now.plus(times.lease()))
                    .doOnNext(taken -> held.add(new Attempt(taken, token)))
                    .then());
        } catch (RuntimeException e) {
            if (held.isEmpty()) {
                throw e;
            }
            LOG.warn("Some messages were taken, and then no more: {}", e.getMessage());
        }
        return List.copyOf(held);
    }

    /** A message in the hands of this sender. */
    record Attempt(Message message, String token) {}

    void deliver(Attempt attempt) {
        crashPoints.reached("deliver-after-take");
        if (!journeyAllows(attempt.message())) {
            giveUp(attempt);
            return;
        }
        switch (rules.look(attempt.message())) {
            case Verdict.Stay stay -> settle(attempt, WAITING, stay.state(), stay.code(), stay.text());
            case Verdict.Go go -> handOver(attempt, go.connector(), go.mail());
        }
    }

    private boolean journeyAllows(Message message) {
        var origin = message.origin();
        var state = journeys.getIfAvailable();
        return state == null
                || Boolean.TRUE.equals(Async.await(state.mayHandOver(origin.journey(), origin.block(), origin.pass())));
    }

    private void giveUp(Attempt attempt) {
        if (attempt.message().mayHaveGoneOut()) {
            settle(attempt, WAITING, State.UNCERTAIN, "withdrawn", "The journey was stopped or the block skipped");
        } else {
            settle(attempt, WAITING, State.WITHDRAWN, "withdrawn", "The journey was stopped or the block skipped");
        }
    }

    private void handOver(Attempt attempt, MailConnector connector, OutgoingMail mail) {
        if (!begin(attempt)) {
            return;
        }
        crashPoints.reached("deliver-before-call");
        var delivery = call(connector, mail);
        crashPoints.reached("deliver-after-call");
        note(attempt, delivery);
    }

    /** Marks it as being handed over; false when somebody else has changed it meanwhile. */
    private boolean begin(Attempt attempt) {
        var begun = entry(State.HANDING_OVER, "handing-over", "Being sent");
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
        var text = "The database did not answer, so it was not sent; another try follows";
        insist(outbox.postpone(
                attempt.message().id(),
                attempt.token(),
                entry(State.WAITING, "try-later", text),
                times.real().now()));
    }

    private static Delivery call(MailConnector connector, OutgoingMail mail) {
        try {
            return connector.deliver(mail);
        } catch (Throwable e) {
            LOG.error("The connector failed on message {}", mail.id(), e);
            return new Delivery.Unknown("The connector failed: " + Failures.words(e));
        }
    }

    private void note(Attempt attempt, Delivery delivery) {
        switch (delivery) {
            case Delivery.HandedOver taken ->
                settle(
                        attempt,
                        OPEN_OR_UNCERTAIN,
                        State.HANDED_OVER,
                        "handed-over",
                        "The mail server accepted it: " + taken.words());
            case Delivery.Refused refused ->
                settle(
                        attempt,
                        HANDING_OVER,
                        State.REFUSED,
                        "refused",
                        "The mail server refused it: " + refused.words());
            case Delivery.Unknown unknown ->
                settle(attempt, HANDING_OVER, State.UNCERTAIN, "no-answer", Uncertain.SENTENCE + " " + unknown.words());
            case Delivery.TryLater later -> tryLater(attempt, later);
        }
    }

    private void tryLater(Attempt attempt, Delivery.TryLater later) {
        int attempts = attempt.message().attempts() + 1;
        if (attempts >= MAX_ATTEMPTS) {
            settle(
                    attempt,
                    HANDING_OVER,
                    State.REFUSED,
                    "too-many-tries",
                    "Given up after " + attempts + " tries; the last answer: " + later.words());
            return;
        }
        var text = "Try " + attempts + " failed, another one follows: " + later.words();
        var next = times.real().now().plus(Backoff.after(attempts, later.after()));
        insist(outbox.postpone(attempt.message().id(), attempt.token(), entry(State.WAITING, "try-later", text), next));
    }

    private void settle(Attempt attempt, Set<State> from, State state, String code, String text) {
        insist(outbox.settle(
                attempt.message().id(), attempt.token(), from, entry(state, code, full(attempt, state, text))));
    }

    /** Again and again while the store is away: what came of a call is known here only. Each change asks for the token. */
    private static void insist(Mono<Boolean> change) {
        var step = change.timeout(
                Async.STEP,
                Mono.error(() -> new UnavailableException("The database did not answer", new TimeoutException())));
        Async.await(step.retryWhen(STORE_AWAY), INSIST);
    }

    private static String full(Attempt attempt, State state, String text) {
        boolean doubtful = attempt.message().mayHaveGoneOut() && state != State.HANDED_OVER && state != State.HELD;
        return doubtful ? text + " (an earlier try may have gone out)" : text;
    }

    private Entry entry(State state, String code, String text) {
        return new Entry(state, times.clock().instant(), code, text);
    }
}
