package io.usher.engine.journey.internal.dispatch;

import static io.usher.engine.shared.Reason.moment;
import static io.usher.engine.shared.Reason.nested;
import static io.usher.engine.shared.Reason.text;

import io.usher.engine.event.Event;
import io.usher.engine.journey.Journey.End;
import io.usher.engine.shared.Reason;
import io.usher.engine.shared.Reason.Value;
import io.usher.engine.shared.Sentence;
import io.usher.engine.workflow.Reentry;
import io.usher.engine.workflow.ReentryWords;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What decisions say, and journeys that an event ended. */
final class Reasons {

    static final Sentence HISTORY = Sentence.of("decision", "history");
    static final Sentence NO_CONTACT = Sentence.of("decision", "no-contact");
    static final Sentence PAUSED = Sentence.of("decision", "paused");
    static final Sentence NOTHING_RUNNING = Sentence.of("decision", "nothing-running");
    static final Sentence NO_MATCH = Sentence.of("decision", "no-match", "running");
    static final Sentence STARTED = Sentence.of("decision", "started");
    static final Sentence TOO_OLD = Sentence.of("decision", "too-old", "age", "limit");
    static final Sentence STOPPED = Sentence.of("decision", "stopped", "count");
    static final Sentence ENDED_MEANWHILE = Sentence.of("decision", "ended-meanwhile");
    static final Sentence RUNNING = Sentence.of("decision", "running");
    static final Sentence ALREADY_SENT = Sentence.of("decision", "already-sent");

    private static final Sentence FILTER = Sentence.of("decision", "filter", "why");
    private static final Sentence STOPPED_BEFORE = Sentence.of("decision", "stopped-before", "event", "at");
    private static final Sentence ONCE = Sentence.of("decision", "once", "last");
    private static final Sentence ONCE_IN = Sentence.of("decision", "once-in", "often", "last");
    private static final Sentence ON = Sentence.of("since", "on", "at");
    private static final Sentence BEFORE = Sentence.of("since", "before");
    private static final Sentence STOP_EVENT = Sentence.of("end", "stop-event", "event");
    private static final Sentence BEGUN_AGAIN = Sentence.of("end", End.BEGUN_AGAIN, "event");

    private Reasons() {}

    /** {@code why}: what the first filter said; there is one, or the event would have matched. */
    static Reason filter(@Nullable Reason why) {
        return FILTER.with(why == null ? nested() : nested(why));
    }

    static Reason stopIsHere(Event stop) {
        return STOPPED_BEFORE.with(named(stop), moment(stop.occurredAt()));
    }

    static Reason stoppedBy(Event stop) {
        return STOP_EVENT.with(named(stop));
    }

    static Reason restartedBy(Event start) {
        return BEGUN_AGAIN.with(named(start));
    }

    static Reason once(@Nullable Instant last) {
        return ONCE.with(since(last));
    }

    static Reason onceIn(Reentry reentry, @Nullable Instant last) {
        return ONCE_IN.with(nested(ReentryWords.often(reentry)), since(last));
    }

    private static Value since(@Nullable Instant last) {
        return nested(last == null ? BEFORE.with() : ON.with(moment(last)));
    }

    private static Value named(Event event) {
        return text(event.key() == null ? event.type().value() : event.type() + " (" + event.key() + ")");
    }
}
