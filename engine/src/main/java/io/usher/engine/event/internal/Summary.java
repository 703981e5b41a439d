package io.usher.engine.event.internal;

import io.usher.engine.event.Decision;
import io.usher.engine.event.Event;
import java.util.List;
import java.util.stream.Collectors;

/** What became of an event, in one plain sentence. */
public final class Summary {

    private Summary() {}

    public static String of(Event event) {
        if (event.parked() != null) {
            return "Parked: " + event.parked();
        }
        if (event.due()) {
            return "Waiting to be dispatched";
        }
        if (event.decisions().isEmpty()) {
            return event.contact() == null ? "No contact" : "No workflow is linked";
        }
        return event.decisions().stream().map(Summary::sentence).collect(Collectors.joining(". "));
    }

    /** Names of the workflows that the event was decided for. */
    public static List<String> linked(Event event) {
        return event.decisions().stream()
                .map(Decision::workflowName)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private static String sentence(Decision decision) {
        var name = decision.workflowName();
        var reason = decision.reason().text();
        return switch (decision.outcome()) {
            case STARTED -> "Started " + name;
            case NOT_STARTED -> "Not started" + (name.isEmpty() ? "" : " " + name) + ": " + reason;
            case STOPPED -> "Stopped " + name;
            case NOTHING_TO_STOP -> "Nothing to stop in " + name;
            case NOT_STOPPED -> "Not stopped " + name + ": " + reason;
            case WOKE -> "Woke " + name;
        };
    }
}
