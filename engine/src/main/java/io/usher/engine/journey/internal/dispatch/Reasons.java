package io.usher.engine.journey.internal.dispatch;

import io.usher.engine.event.Event;
import io.usher.engine.workflow.Reentry;
import io.usher.engine.workflow.ReentryWords;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The sentences of decisions. Times are UTC to the second and say so, in one form: screens find them in the sentence and
 * show them by the reader's clock.
 */
final class Reasons {

    static final String HISTORY = "It was sent as history: such events are kept, but start and stop nothing.";
    static final String NO_CONTACT = "It has no contact: none was found or created from its params.";
    static final String PAUSED = "The workflow was paused.";
    static final String NOTHING_RUNNING = "The contact was not in this workflow.";
    static final String STARTED = "The contact entered the workflow.";

    private Reasons() {}

    static String filter(String verdict) {
        return verdict.isEmpty() ? "Its conditions were not met." : "Its conditions were not met: " + verdict + ".";
    }

    static String noMatch(int running) {
        return "The contact has %d running, but none whose start event has the same values.".formatted(running);
    }

    static String tooOld(Duration age, Duration limit) {
        return "It happened %s before it arrived; events older than %s start nothing."
                .formatted(words(age), words(limit));
    }

    static String stopIsHere(Event stop) {
        return "The stop event %s of %s was already here; it happened later."
                .formatted(named(stop), time(stop.occurredAt()));
    }

    static String stopped(int count) {
        return count == 1 ? "One journey was stopped." : count + " journeys were stopped.";
    }

    static String endedMeanwhile() {
        return "The journeys it found had already ended by themselves.";
    }

    static String stoppedBy(Event stop) {
        return "Stopped by event %s.".formatted(named(stop));
    }

    static String restartedBy(Event start) {
        return "Stopped and started again by event %s.".formatted(named(start));
    }

    static String once(@Nullable Instant last) {
        return "It starts once for each contact, and started " + since(last) + ".";
    }

    static String onceIn(Reentry reentry, @Nullable Instant last) {
        return "It starts %s, and started %s.".formatted(ReentryWords.often(reentry), since(last));
    }

    static String running() {
        return "The contact is already in this workflow, and no other journey starts while one is running.";
    }

    static String hasSent() {
        return "It would start again, but the running journey has already sent something, and it starts only once.";
    }

    private static String since(@Nullable Instant last) {
        return last == null ? "before" : "on " + time(last);
    }

    private static String named(Event event) {
        return event.key() == null ? event.type().value() : event.type() + " (" + event.key() + ")";
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ').replace("Z", " UTC");
    }

    private static String words(Duration time) {
        return time.toHours() >= 48 ? time.toDays() + " days" : time.toHours() + " hours";
    }
}
