package io.usher.engine.workflow;

import io.usher.engine.rule.Rule;
import io.usher.engine.shared.EventTypeKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event type that stops a workflow's journeys of its contact: all, or those whose start event agrees in every match. */
public record StopLink(EventTypeKey eventType, @Nullable Rule filter, List<Match> match) {

    public StopLink {
        match = List.copyOf(match);
    }

    /** The value of {@code start} in the start event equals the value of {@code stop} in the stop event (both param paths). */
    public record Match(String start, String stop) {}
}
