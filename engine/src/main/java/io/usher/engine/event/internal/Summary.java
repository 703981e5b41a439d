package io.usher.engine.event.internal;

import static io.usher.engine.shared.Reason.nested;
import static io.usher.engine.shared.Reason.text;

import io.usher.engine.event.Decision;
import io.usher.engine.event.Event;
import io.usher.engine.shared.Reason;
import io.usher.engine.shared.Sentence;
import java.util.Comparator;
import java.util.List;

/** What became of an event, in one sentence. */
public final class Summary {

    private static final Sentence PARKED = Sentence.of("summary", "parked", "message");
    private static final Sentence DUE = Sentence.of("summary", "due");
    private static final Sentence NO_CONTACT = Sentence.of("summary", "no-contact");
    private static final Sentence NOT_LINKED = Sentence.of("summary", "not-linked");
    private static final Sentence STARTED = Sentence.of("summary", "started", "workflow");
    private static final Sentence NOTHING_STARTED = Sentence.of("summary", "nothing-started", "why");
    private static final Sentence NOT_STARTED = Sentence.of("summary", "not-started", "workflow", "why");
    private static final Sentence STOPPED = Sentence.of("summary", "stopped", "workflow");
    private static final Sentence NOTHING_TO_STOP = Sentence.of("summary", "nothing-to-stop", "workflow");
    private static final Sentence NOT_STOPPED = Sentence.of("summary", "not-stopped", "workflow", "why");
    private static final Sentence WOKE = Sentence.of("summary", "woke", "workflow");
    private static final Sentence SEVERAL = Sentence.of("summary", "several", "sentences");

    private Summary() {}

    public static Reason of(Event event) {
        if (event.parked() != null) {
            return PARKED.with(text(event.parked()));
        }
        if (event.due()) {
            return DUE.with();
        }
        if (event.decisions().isEmpty()) {
            return (event.contact() == null ? NO_CONTACT : NOT_LINKED).with();
        }
        var said = inOrder(event).stream().map(Summary::sentence).toList();
        return said.size() == 1 ? said.getFirst() : SEVERAL.with(nested(said));
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

    private static Reason sentence(Decision decision) {
        var name = text(decision.workflowName());
        return switch (decision.outcome()) {
            case STARTED -> STARTED.with(name);
            case NOT_STARTED ->
                decision.workflowName().isEmpty()
                        ? NOTHING_STARTED.with(nested(decision.reason()))
                        : NOT_STARTED.with(name, nested(decision.reason()));
            case STOPPED -> STOPPED.with(name);
            case NOTHING_TO_STOP -> NOTHING_TO_STOP.with(name);
            case NOT_STOPPED -> NOT_STOPPED.with(name, nested(decision.reason()));
            case WOKE -> WOKE.with(name);
        };
    }
}
