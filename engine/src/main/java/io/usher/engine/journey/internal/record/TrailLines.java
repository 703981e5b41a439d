package io.usher.engine.journey.internal.record;

import static io.usher.engine.shared.Reason.nested;

import io.usher.engine.journey.Journey.End;
import io.usher.engine.journey.Journey.State;
import io.usher.engine.journey.TrailEntry;
import io.usher.engine.journey.TrailEntry.Result;
import io.usher.engine.shared.Reason;
import io.usher.engine.shared.Sentence;
import io.usher.engine.workflow.Graph.Node;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the lines of trails. */
public final class TrailLines {

    private static final Sentence IN_PROGRESS = Sentence.of("trail", "in-progress");
    private static final Sentence WAITS = Sentence.of("trail", "waits", "what");
    private static final Sentence WAITS_PLAIN = Sentence.of("trail", "waits-plain");
    private static final Sentence WAITED = Sentence.of("trail", "waited", "what");
    private static final Sentence WAITED_PLAIN = Sentence.of("trail", "waited-plain");
    private static final Sentence WAS_IN_PROGRESS = Sentence.of("trail", "was-in-progress");
    private static final Sentence WAS_WAITING = Sentence.of("trail", "was-waiting", "what");
    private static final Sentence WAS_WAITING_PLAIN = Sentence.of("trail", "was-waiting-plain");
    private static final Sentence CUT = Sentence.of("trail", "cut", "stood", "because");

    private TrailLines() {}

    public static TrailEntry passed(
            Node node, int pass, Instant entered, Instant left, Result result, Reason did, @Nullable String way) {
        return new TrailEntry(
                node.id(), node.name(), node.type().description().key(), pass, entered, left, result, did, way, null);
    }

    /** The line of the wait that the journey leaves now; nothing when it does not stand at one. */
    public static List<TrailEntry> waitLeft(JourneyRecord record, Instant now) {
        var step = record.step();
        if (step == null || !step.isWait()) {
            return List.of();
        }
        var until = step.place().until();
        return List.of(entry(record, step, now, Result.DONE, lasting(WAITED, WAITED_PLAIN, step), until));
    }

    /**
     * The place where the journey stands, or stood when it was stopped, as the last line shows it; that of a parked one stands
     * in its trail already.
     */
    public static List<TrailEntry> open(JourneyRecord record) {
        var step = record.step();
        var journey = record.journey();
        if (step == null || journey.failure() != null) {
            return List.of();
        }
        var end = journey.end();
        if (end != null) {
            return journey.state() == State.STOPPED && !isTold(record, step)
                    ? List.of(cut(record, step, end))
                    : List.of();
        }
        var holdup = record.holdup();
        if (holdup != null) {
            return List.of(entry(record, step, null, result(holdup), holdup.why(), holdup.next()));
        }
        if (step.isWait()) {
            var until = step.place().until();
            return List.of(entry(record, step, null, Result.WAITING, lasting(WAITS, WAITS_PLAIN, step), until));
        }
        return List.of(entry(record, step, null, Result.WORKING, IN_PROGRESS.with(), null));
    }

    /** Whether the last line says already how the block ended: it had failed, or was finished after the stop. */
    private static boolean isTold(JourneyRecord record, CurrentStep step) {
        if (record.trail().isEmpty()) {
            return false;
        }
        var last = record.trail().getLast();
        return last.block().equals(step.block()) && (last.result() == Result.FAILED || last.result() == Result.LATE);
    }

    private static TrailEntry cut(JourneyRecord record, CurrentStep step, End end) {
        var stood = step.isWait() ? lasting(WAS_WAITING, WAS_WAITING_PLAIN, step) : WAS_IN_PROGRESS.with();
        return entry(record, step, end.at(), Result.STOPPED, CUT.with(nested(stood), nested(end.because())), null);
    }

    private static Reason lasting(Sentence waits, Sentence plain, CurrentStep step) {
        return step.awaited() == null ? plain.with() : waits.with(nested(step.awaited()));
    }

    private static Result result(Holdup holdup) {
        return switch (holdup.kind()) {
            case HELD -> Result.HELD;
            case NOT_YET -> Result.WAITING;
            case TRYING -> Result.TRYING;
        };
    }

    /** Which pass of its block this is: that of a wait is counted when it begins, that of an action block when it is left. */
    public static int pass(JourneyRecord record, CurrentStep step) {
        int passed = record.passes().getOrDefault(step.block(), 0);
        return step.isWait() ? Math.max(1, passed) : passed + 1;
    }

    private static TrailEntry entry(
            JourneyRecord record,
            CurrentStep step,
            @Nullable Instant left,
            Result result,
            Reason did,
            @Nullable Instant until) {
        return new TrailEntry(
                step.block(),
                step.name(),
                step.kind(),
                pass(record, step),
                step.place().since(),
                left,
                result,
                did,
                null,
                until);
    }
}
