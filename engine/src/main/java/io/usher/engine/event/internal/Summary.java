package io.usher.engine.event.internal;

import io.usher.engine.event.Decision;
import io.usher.engine.event.Event;
import java.util.Comparator;
import java.util.List;

/** What became of an event, in one plain sentence. */
public final class Summary {

    private Summary() {}

    public static String of(Event event) {
        if (event.parked() != null) {
            return "Parked: " + event.parked();
        }
        if (event.due()) {
            return "Waiting to be processed";
        }
        if (event.decisions().isEmpty()) {
            return event.contact() == null ? "No contact" : "No workflow is linked";
        }
        return inOrder(event).stream()
                .map(Summary::sentence)
                .reduce((said, more) -> (said.endsWith(".") ? said : said + ".") + " " + more)
                .orElseThrow();
    }

    /** The decisions as they matter to a reader: what was done, then what was not and why, then where there was nothing to do. */
    public static List<Decision> inOrder(Event event) {
        return event.decisions().stream()
                .sorted(Comparator.comparing(Summary::rank))
                .toList();
    }

    private static int rank(Decision decision) {
        return switch (decision.outcome()) {
            case STARTED, STOPPED, WOKE -> 0;
            case NOT_STARTED, NOT_STOPPED -> 1;
            case NOTHING_TO_STOP -> 2;
        };
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
            case WOKE -> "Continued " + name;
        };
    }
}
