package io.usher.engine.journey.internal.dispatch;

import io.usher.engine.event.DispatchQueue;
import io.usher.engine.event.DispatchQueue.Due;
import io.usher.engine.event.Event;
import io.usher.engine.journey.internal.lane.Lanes;
import io.usher.engine.platform.async.Async;
import io.usher.engine.shared.ContactId;
import io.usher.engine.workflow.LinkTable;
import io.usher.engine.workflow.Workflows;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Whose events are next (ADR 9). Mostly all that is due fits a page. Under a backlog three readings of the queue share the
 * places: its newest end, so that what was just accepted need not wait; workspaces and contacts in turn, so that none holds up
 * others; its oldest end, so that nothing waits for ever. How much is due changes none of their costs.
 */
@Component
class Backlog {

    /** Events of one contact that are handed over at once; what is behind them has its turn later. */
    static final int LONGEST_RUN = 20;

    private static final int PAGE = 128;
    private static final int TURNS = 4;
    private static final int READS = 8;
    private static final int READINGS = 3;

    private final DispatchQueue queue;
    private final Lanes lanes;
    private final Workflows workflows;
    private final Ring ring;

    Backlog(DispatchQueue queue, Lanes lanes, Workflows workflows) {
        this.queue = queue;
        this.lanes = lanes;
        this.workflows = workflows;
        this.ring = new Ring(queue);
    }

    /** {@code more}: something may be due that was not looked at. */
    record Next(List<DueRun> runs, boolean more) {

        Next {
            runs = List.copyOf(runs);
        }
    }

    /** Runs of at most so many contacts (but one for each reading) that are free. For one caller at a time. */
    Next next(int places, Predicate<String> free) {
        if (lanes.mine().isEmpty()) {
            return new Next(List.of(), false);
        }
        int most = Math.max(READINGS, places);
        var picked = new NextContacts(free);
        var oldest = Async.value(queue.oldest(lanes.mine(), PAGE));
        boolean more = oldest.size() == PAGE;
        if (more) {
            int share = most / READINGS;
            picked.addAny(newest(), share);
            for (int i = 0; i < TURNS && picked.size() < 2 * share; i++) {
                picked.addFirst(ring.next(lanes.mine(), 2 * share - picked.size()), 2 * share);
            }
        }
        picked.addFirst(oldest, most);
        return new Next(withoutGaps(runs(picked.events())), more);
    }

    /** The newest events, those before the others that may stop something. */
    private List<Event> newest() {
        var newest = Async.value(queue.newest(lanes.mine(), PAGE));
        var links = Async.value(
                workflows.links(newest.stream().map(Event::workspace).collect(Collectors.toSet())));
        return newest.stream()
                .sorted(Comparator.comparing(event ->
                        !links.getOrDefault(event.workspace(), LinkTable.EMPTY).stops(event.type())))
                .toList();
    }

    private List<DueRun> runs(Map<String, List<Event>> picked) {
        return Async.value(Flux.fromIterable(picked.entrySet())
                .flatMapSequential(
                        each -> each.getValue().isEmpty()
                                ? queue.first(new ContactId(each.getKey()), LONGEST_RUN)
                                        .map(events -> new DueRun(each.getKey(), events))
                                : Mono.just(run(each.getKey(), each.getValue())),
                        READS)
                .collectList());
    }

    private static DueRun run(String key, List<Event> events) {
        return new DueRun(key, events.subList(0, Math.min(events.size(), LONGEST_RUN)));
    }

    /**
     * A page is no snapshot: an older event of a contact may have appeared behind the cursor while the page was read, and a newer
     * one ahead of it. So of each contact only what stands before the first due event that its run lacks is taken.
     */
    private List<DueRun> withoutGaps(List<DueRun> runs) {
        var last = new HashMap<ContactId, Long>();
        for (DueRun run : runs) {
            for (Event event : run.events()) {
                if (event.contact() != null) {
                    last.merge(event.contact(), event.position(), Math::max);
                }
            }
        }
        var before = Async.value(queue.before(last)).stream()
                .collect(Collectors.groupingBy(due -> due.contact().value()));
        return runs.stream()
                .map(run -> withoutGaps(run, before.getOrDefault(run.key(), List.of())))
                .filter(run -> !run.events().isEmpty())
                .toList();
    }

    private static DueRun withoutGaps(DueRun run, Collection<Due> before) {
        var known = run.events().stream().map(Event::position).collect(Collectors.toSet());
        long missing = before.stream()
                .mapToLong(Due::position)
                .filter(position -> !known.contains(position))
                .min()
                .orElse(Long.MAX_VALUE);
        return new DueRun(
                run.key(),
                run.events().stream()
                        .filter(event -> event.position() < missing)
                        .toList());
    }
}
