package io.usher.engine.journey.internal;

import io.usher.engine.journey.Journey.End;
import io.usher.engine.journey.Journey.State;
import io.usher.engine.journey.TrailEntry;
import io.usher.engine.journey.TrailEntry.Result;
import io.usher.engine.workflow.Graph.Node;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the lines of trails. */
final class TrailLines {

    private TrailLines() {}

    static TrailEntry passed(
            Node node, int pass, Instant entered, Instant left, Result result, String did, @Nullable String way) {
        return new TrailEntry(
                node.id(), node.name(), node.type().description().key(), pass, entered, left, result, did, way, null);
    }

    /** The line of the wait that the journey leaves now; nothing when it does not stand at one. */
    static List<TrailEntry> waitLeft(Dossier dossier, Instant now) {
        var standing = dossier.standing();
        if (standing == null || !standing.isWait()) {
            return List.of();
        }
        return List.of(new TrailEntry(
                standing.block(),
                standing.name(),
                standing.kind(),
                dossier.passes().getOrDefault(standing.block(), 1),
                standing.place().since(),
                now,
                Result.DONE,
                standing.text() == null ? "Waited" : "Waited " + standing.text(),
                null,
                standing.place().until()));
    }

    /**
     * The place where the journey stands, or stood when it was stopped, as the last line shows it; that of a parked one stands
     * in its trail already.
     */
    static List<TrailEntry> open(Dossier dossier) {
        var standing = dossier.standing();
        var journey = dossier.journey();
        if (standing == null || journey.failure() != null) {
            return List.of();
        }
        var end = journey.end();
        if (end != null) {
            return journey.state() == State.STOPPED && !isTold(dossier, standing)
                    ? List.of(cut(dossier, standing, end))
                    : List.of();
        }
        var note = dossier.note();
        if (note != null) {
            return List.of(entry(dossier, standing, result(note), note.text(), note.next()));
        }
        return List.of(
                standing.isWait()
                        ? entry(
                                dossier,
                                standing,
                                Result.WAITING,
                                waits(standing),
                                standing.place().until())
                        : entry(dossier, standing, Result.WORKING, "In progress", null));
    }

    /** Whether the last line says already how the block ended: it had failed, or was finished after the stop. */
    private static boolean isTold(Dossier dossier, Standing standing) {
        if (dossier.trail().isEmpty()) {
            return false;
        }
        var last = dossier.trail().getLast();
        return last.block().equals(standing.block())
                && (last.result() == Result.FAILED || last.result() == Result.LATE);
    }

    private static TrailEntry cut(Dossier dossier, Standing standing, End end) {
        var waited = standing.text() == null ? "Was waiting" : "Was waiting " + standing.text();
        return new TrailEntry(
                standing.block(),
                standing.name(),
                standing.kind(),
                pass(dossier, standing),
                standing.place().since(),
                end.at(),
                Result.STOPPED,
                (standing.isWait() ? waited : "Was in progress") + ". " + end.because(),
                null,
                null);
    }

    private static String waits(Standing standing) {
        return standing.text() == null ? "Waits" : "Waits " + standing.text();
    }

    private static Result result(Note note) {
        return switch (note.kind()) {
            case HELD -> Result.HELD;
            case NOT_YET -> Result.WAITING;
            case TRYING -> Result.TRYING;
        };
    }

    /** Which pass of its block this is: that of a wait is counted when it begins, that of an action block when it is left. */
    static int pass(Dossier dossier, Standing standing) {
        int passed = dossier.passes().getOrDefault(standing.block(), 0);
        return standing.isWait() ? Math.max(1, passed) : passed + 1;
    }

    private static TrailEntry entry(
            Dossier dossier, Standing standing, Result result, String did, @Nullable Instant until) {
        return new TrailEntry(
                standing.block(),
                standing.name(),
                standing.kind(),
                pass(dossier, standing),
                standing.place().since(),
                null,
                result,
                did,
                null,
                until);
    }
}
