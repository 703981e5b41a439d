package io.usher.engine.journey.internal.record;

import io.usher.engine.journey.Journey.Place;
import io.usher.engine.shared.Reason;
import io.usher.engine.workflow.Graph.Node;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a journey stands: an action block it has to do, or a wait.
 *
 * @param awaited what is waited for ("3 days"), null at an action block
 */
public record CurrentStep(
        Place place, String name, String kind, @Nullable Reason awaited) {

    public static CurrentStep at(Node node, Instant since) {
        return new CurrentStep(
                new Place(node.id(), since, null),
                node.name(),
                node.type().description().key(),
                null);
    }

    public static CurrentStep waiting(Node node, Instant since, Instant until, Reason awaited) {
        return new CurrentStep(
                new Place(node.id(), since, until),
                node.name(),
                node.type().description().key(),
                awaited);
    }

    public String block() {
        return place.block();
    }

    public boolean isWait() {
        return place.until() != null;
    }
}
