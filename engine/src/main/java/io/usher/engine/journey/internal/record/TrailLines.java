package io.usher.engine.journey.internal.record;

import io.usher.engine.journey.Journey.End;
import io.usher.engine.journey.Journey.State;
import io.usher.engine.journey.TrailEntry;
import io.usher.engine.journey.TrailEntry.Result;
import io.usher.engine.workflow.Graph.Node;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the lines of trails. */
public final class TrailLines {

    private TrailLines() {}

    public static TrailEntry passed(
            Node node, int pass, Instant entered, Instant left, Result result, String did, @Nullable String way) {
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
        return List.of(entry(record, step, now, Result.DONE, lasting("Waited", step), until));
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
            return List.of(entry(record, step, null, result(holdup), holdup.text(), holdup.next()));
        }
        if (step.isWait()) {
            var until = step.place().until();
            return List.of(entry(record, step, null, Result.WAITING, lasting("Waits", step), until));
        }
        return List.of(entry(record, step, null, Result.WORKING, "In progress", null));
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
        var stood = step.isWait() ? lasting("Was waiting", step) : "Was in progress";
        return entry(record, step, end.at(), Result.STOPPED, stood + ". " + end.because(), null);
    }

    private static String lasting(String waits, CurrentStep step) {
        return step.text() == null ? waits : waits + " " + step.text();
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
            String did,
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
