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
        var until = standing.place().until();
        return List.of(entry(dossier, standing, now, Result.DONE, lasting("Waited", standing), until));
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
            return List.of(entry(dossier, standing, null, result(note), note.text(), note.next()));
        }
        if (standing.isWait()) {
            var until = standing.place().until();
            return List.of(entry(dossier, standing, null, Result.WAITING, lasting("Waits", standing), until));
        }
        return List.of(entry(dossier, standing, null, Result.WORKING, "In progress", null));
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
        var stood = standing.isWait() ? lasting("Was waiting", standing) : "Was in progress";
        return entry(dossier, standing, end.at(), Result.STOPPED, stood + ". " + end.because(), null);
    }

    private static String lasting(String waits, Standing standing) {
        return standing.text() == null ? waits : waits + " " + standing.text();
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
            Dossier dossier,
            Standing standing,
            @Nullable Instant left,
            Result result,
            String did,
            @Nullable Instant until) {
        return new TrailEntry(
                standing.block(),
                standing.name(),
                standing.kind(),
                pass(dossier, standing),
                standing.place().since(),
                left,
                result,
                did,
                null,
                until);
    }
}
