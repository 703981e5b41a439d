package io.usher.engine.message.internal;

import io.usher.engine.message.NewMessage.Kind;
import io.usher.engine.platform.async.Async;
import java.util.ArrayList;
import java.util.List;

/**
 * Whose turn it is: connections one after another, and for each transactional before marketing, but one place in eight to marketing
 * first, so that neither waits for the end of the other. For one thread.
 */
final class Turns {

    static final int IN = 8;

    /** Connections that are looked at in one round; the next round begins behind them. */
    private static final int AT_ONCE = 50;

    private String last = "";
    private int count;

    /** So many of this kind. */
    record Turn(Kind kind, int most) {}

    /** Those that messages wait for, from behind the last one of the round before. */
    List<String> connections(Outbox outbox) {
        var found = new ArrayList<>(Async.all(outbox.connections(last, AT_ONCE)));
        if (found.size() < AT_ONCE && !last.isEmpty()) {
            Async.all(outbox.connections("", AT_ONCE - found.size())).stream()
                    .filter(each -> !found.contains(each))
                    .forEach(found::add);
        }
        last = found.isEmpty() ? "" : found.getFirst();
        return found;
    }

    /** How the next places are given. */
    List<Turn> of(int most) {
        if (most <= 0) {
            return List.of();
        }
        int first = (count % IN + most) / IN;
        var rest = List.of(new Turn(Kind.TRANSACTIONAL, most), new Turn(Kind.MARKETING, most));
        if (first == 0) {
            return rest;
        }
        var turns = new ArrayList<Turn>();
        turns.add(new Turn(Kind.MARKETING, first));
        turns.addAll(rest);
        return turns;
    }

    /** So many places were given. */
    void taken(int places) {
        count += places;
    }
}
