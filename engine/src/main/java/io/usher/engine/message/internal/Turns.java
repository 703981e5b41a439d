package io.usher.engine.message.internal;

import io.usher.engine.message.NewMessage.Kind;
import io.usher.engine.platform.async.Async;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Flux;

/**
 * Whose turn it is: connections one after another, and for each transactional before marketing, but one place in eight to marketing
 * first, so that neither waits for the end of the other. For one thread.
 */
final class Turns {

    static final int IN = 8;

    /** Connections that are read for one round; the next round begins behind the last one that was looked at. */
    static final int AT_ONCE = 50;

    private String last = "";
    private int count;

    /** The connections that messages wait for, from behind this one on, at most so many. */
    interface Waiting {

        Flux<String> connections(String after, int most);
    }

    /** So many of this kind. */
    record Turn(Kind kind, int most) {}

    /** Those that messages wait for, from behind the last one of the round before. */
    List<String> connections(Waiting waiting) {
        var found = new ArrayList<>(Async.all(waiting.connections(last, AT_ONCE)));
        if (found.size() < AT_ONCE && !last.isEmpty()) {
            Async.all(waiting.connections("", AT_ONCE - found.size())).stream()
                    .filter(each -> !found.contains(each))
                    .forEach(found::add);
        }
        return found;
    }

    /** This one had its turn, whether or not something was due. */
    void lookedAt(String connection) {
        last = connection;
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
