package io.usher.engine.workflow.internal;

import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.workflow.StartLink;
import io.usher.engine.workflow.StopLink;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What starts and stops a workflow; the start links of one event type in their order. */
public record Triggers(List<StartLink> start, List<StopLink> stop) {

    public static final Triggers NONE = new Triggers(List.of(), List.of());

    public Triggers {
        start = List.copyOf(start);
        stop = List.copyOf(stop);
    }

    public Set<EventTypeKey> startTypes() {
        return start.stream().map(StartLink::eventType).collect(Collectors.toCollection(TreeSet::new));
    }

    public Set<EventTypeKey> stopTypes() {
        return stop.stream().map(StopLink::eventType).collect(Collectors.toCollection(TreeSet::new));
    }

    public Set<EventTypeKey> eventTypes() {
        return Stream.concat(startTypes().stream(), stopTypes().stream()).collect(Collectors.toSet());
    }
}
