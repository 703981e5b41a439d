package io.usher.engine.workflow.internal;

import io.usher.engine.event.Event;
import io.usher.engine.event.Events;
import io.usher.engine.rule.Rules;
import io.usher.engine.rule.Verdict;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.TimeWindow;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.workflow.StartLink;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * How many events of the last 7 days match a start link. It looks at so many and for so long, then says "at least". Re-entry
 * is not counted in: it decides from case to case.
 */
@Component
public class ExpectedStarts {

    private static final Duration BACK = Duration.ofDays(7);
    private static final Duration TIME_LIMIT = Duration.ofSeconds(3);
    private static final int MOST = 1_000;
    private static final int MOST_LOOKED_AT = 5_000;

    private final Events events;
    private final Rules rules;
    private final Clock clock;

    ExpectedStarts(Events events, Rules rules, Clock clock) {
        this.events = events;
        this.rules = rules;
        this.clock = clock;
    }

    /** So many events, or at least so many. */
    public record Matching(int count, boolean atLeast) {}

    public Mono<Matching> count(Workflow workflow) {
        var triggers = workflow.triggers();
        return Flux.fromIterable(triggers.startTypes())
                .concatMap(type -> events(workflow.workspace(), type))
                .take(MOST_LOOKED_AT)
                .concatMap(event -> matches(event, triggers.start()))
                .scan(new Tally(0, 0, false), Tally::with)
                .takeUntil(tally -> tally.matching() >= MOST)
                .concatWith(Mono.just(Tally.END))
                .takeUntilOther(Mono.delay(TIME_LIMIT))
                .reduce(Tally::then)
                .map(Tally::matches)
                .defaultIfEmpty(new Matching(0, true));
    }

    /** How far the count came; {@code complete}: nothing was left to look at. */
    private record Tally(int lookedAt, int matching, boolean complete) {

        private static final Tally END = new Tally(0, 0, true);

        Tally with(boolean matches) {
            return new Tally(lookedAt + 1, matching + (matches ? 1 : 0), false);
        }

        Tally then(Tally later) {
            return later.complete ? new Tally(lookedAt, matching, true) : later;
        }

        Matching matches() {
            return new Matching(matching, !complete || matching >= MOST || lookedAt >= MOST_LOOKED_AT);
        }
    }

    private Flux<Event> events(WorkspaceId workspace, EventTypeKey type) {
        var query = new Events.Query(
                type, null, null, new TimeWindow(clock.instant().minus(BACK), null));
        return page(workspace, query, null)
                .expand(page -> page.next() == null ? Mono.empty() : page(workspace, query, page.next()))
                .concatMapIterable(Page::items);
    }

    private Mono<Page<Event>> page(WorkspaceId workspace, Events.Query query, @Nullable String cursor) {
        return events.list(workspace, query, PageRequest.of(cursor, PageRequest.MAX_LIMIT));
    }

    private Mono<Boolean> matches(Event event, List<StartLink> links) {
        if (event.contact() == null || event.history()) {
            return Mono.just(false);
        }
        return Flux.fromIterable(links)
                .filter(link -> link.eventType().equals(event.type()))
                .concatMap(link -> matches(link, event))
                .any(matches -> matches);
    }

    private Mono<Boolean> matches(StartLink link, Event event) {
        return link.filter() == null
                ? Mono.just(true)
                : rules.judge(link.filter(), event.facts()).map(Verdict::holds);
    }
}
