package io.usher.engine.event.internal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.usher.engine.event.Decision;
import io.usher.engine.event.Decision.Link;
import io.usher.engine.event.Decision.Outcome;
import io.usher.engine.event.DispatchQueue;
import io.usher.engine.event.Event;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.async.Loops;
import io.usher.engine.platform.metrics.Counts;
import io.usher.engine.platform.metrics.Looked;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** What happened to events in this engine, and how many of all engines' events are due. */
@Component
public class EventMeters {

    static final Counter ACCEPTED = Counts.counter("usher.events.accepted", "Events stored, the same id once");
    static final Counter REPEATED = Counts.law(1, "event-again");

    private static final Counter DECIDED = Counts.counter("usher.events.decided", "Events whose decisions were stored");
    private static final Counter PARKED = Counts.counter("usher.events.parked", "Events that dispatch gave up");
    private static final Duration POLL = Duration.ofSeconds(10);
    private static final List<Integer> LANES =
            IntStream.range(0, DispatchQueue.LANES).boxed().toList();

    EventMeters(DispatchQueue queue, DueCount count, MeterRegistry meters, Clock clock, Loops loops) {
        var due = new Looked(meters, "usher.events.due", "Events still to be dispatched, of all engines");
        loops.add("event-meters", POLL, () -> {
            due.saw(Async.value(count.due(Looked.MOST)), oldest(Async.value(queue.oldest(LANES, 1)), clock));
            return false;
        });
    }

    private static Duration oldest(List<Event> events, Clock clock) {
        return events.isEmpty()
                ? Duration.ZERO
                : Duration.between(events.getFirst().acceptedAt(), clock.instant());
    }

    /** An event left the queue with these decisions. */
    public static void decided(Collection<Decision> decisions) {
        DECIDED.increment();
        decisions.forEach(each -> decisions(each.link(), each.outcome()).increment());
    }

    public static void parked() {
        PARKED.increment();
    }

    private static Counter decisions(Link link, Outcome outcome) {
        return Counts.counter(
                "usher.decisions", "Decisions about linked workflows", "link", link.key(), "outcome", outcome.key());
    }
}
