package io.usher.engine.message.internal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.usher.engine.message.Message.State;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.async.Loops;
import io.usher.engine.platform.metrics.Counts;
import io.usher.engine.platform.metrics.Looked;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What became of messages in this engine, and how many of all engines' messages wait. */
@Component
public class MessageMeters {

    private static final Counter AGAIN = Counts.law(6, "message-again");
    private static final Duration POLL = Duration.ofSeconds(10);

    MessageMeters(OutboxLook outbox, MeterRegistry meters, Clock clock, Loops loops) {
        Arrays.stream(State.values()).forEach(state -> came(state, 0));
        var waiting = new Looked(meters, "usher.outbox.waiting", "Messages that wait for their hand-over");
        loops.add("message-meters", POLL, () -> {
            waiting.saw(Async.value(outbox.waiting(Looked.MOST)), age(Async.await(outbox.firstWaiting()), clock));
            return false;
        });
    }

    private static Duration age(@Nullable Instant made, Clock clock) {
        return made == null ? Duration.ZERO : Duration.between(made, clock.instant());
    }

    /** So many messages came into this state. */
    public static void came(State state, long count) {
        Counts.counter("usher.messages", "Messages that came into a state", "state", state.key())
                .increment(count);
    }

    /** The message of a visit was to be made and is there. */
    public static void madeAgain() {
        AGAIN.increment();
    }
}
