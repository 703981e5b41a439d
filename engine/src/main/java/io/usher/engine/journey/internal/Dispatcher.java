package io.usher.engine.journey.internal;

import io.usher.engine.event.DispatchQueue;
import io.usher.engine.event.Event;
import io.usher.engine.event.EventAccepted;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.async.Loop;
import io.usher.engine.platform.async.Loops;
import io.usher.engine.workflow.LinkTable;
import io.usher.engine.workflow.Workflows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The loop over the queue: reads pages of my lanes by position, makes sure that of each contact nothing older is missing, and
 * hands each contact's events to {@link ContactQueues}. A pass never waits for a contact.
 */
@Component
class Dispatcher implements EventAccepted {

    private static final Duration POLL = Duration.ofMillis(250);
    private static final int PAGE = 500;
    private static final LinkTable NO_LINKS = new LinkTable(0, List.of());

    private final DispatchQueue queue;
    private final Workflows workflows;
    private final Lanes lanes;
    private final ContactQueues contacts;
    private final Loop loop;

    Dispatcher(DispatchQueue queue, Workflows workflows, Lanes lanes, ContactQueues contacts, Loops loops) {
        this.queue = queue;
        this.workflows = workflows;
        this.lanes = lanes;
        this.contacts = contacts;
        this.loop = loops.add("dispatch", POLL, this::pass);
        contacts.whenFree(loop::nudge);
    }

    @Override
    public void accepted() {
        loop.nudge();
    }

    boolean pass() throws InterruptedException {
        var mine = lanes.mine();
        long after = -1;
        while (!mine.isEmpty()) {
            var page = Async.value(queue.page(mine, after, PAGE));
            if (page.isEmpty()) {
                break;
            }
            hand(page, mine);
            loop.alive();
            if (page.size() < PAGE) {
                break;
            }
            after = page.getLast().position();
        }
        return false;
    }

    private void hand(List<Event> page, Collection<Integer> mine) throws InterruptedException {
        var groups = byContact(page, event -> contacts.free(ContactQueues.key(event)));
        if (groups.isEmpty()) {
            return;
        }
        var complete = withoutGaps(groups, mine);
        var workspaces =
                complete.stream().map(List::getFirst).map(Event::workspace).collect(Collectors.toSet());
        if (workspaces.isEmpty()) {
            return;
        }
        var links = Async.value(workflows.links(workspaces));
        for (List<Event> events : complete) {
            contacts.submit(events, links.getOrDefault(events.getFirst().workspace(), NO_LINKS));
        }
    }

    private static Map<String, List<Event>> byContact(List<Event> page, Predicate<Event> wanted) {
        var groups = new LinkedHashMap<String, List<Event>>();
        for (Event event : page) {
            if (wanted.test(event)) {
                groups.computeIfAbsent(ContactQueues.key(event), key -> new ArrayList<>())
                        .add(event);
            }
        }
        return groups;
    }

    /**
     * A page is no snapshot: an older event of a contact may have appeared behind the cursor after the page was read. So of each
     * contact only what stands before the first due event that the page lacks is taken.
     */
    private List<List<Event>> withoutGaps(Map<String, List<Event>> groups, Collection<Integer> mine) {
        var ids = groups.values().stream()
                .map(List::getFirst)
                .filter(event -> event.contact() != null)
                .map(Event::contact)
                .collect(Collectors.toSet());
        var firstMissing = new LinkedHashMap<String, Long>();
        if (!ids.isEmpty()) {
            var inPage = groups.values().stream()
                    .flatMap(List::stream)
                    .map(event -> event.workspace() + ":" + event.id())
                    .collect(Collectors.toSet());
            for (DispatchQueue.Due due : Async.value(queue.dueOf(mine, ids))) {
                if (!inPage.contains(due.workspace() + ":" + due.id())) {
                    firstMissing.merge(due.contact().value(), due.position(), Math::min);
                }
            }
        }
        return groups.entrySet().stream()
                .map(group -> before(group.getValue(), firstMissing.getOrDefault(group.getKey(), Long.MAX_VALUE)))
                .filter(events -> !events.isEmpty())
                .toList();
    }

    private static List<Event> before(List<Event> events, long position) {
        return events.stream().filter(event -> event.position() < position).toList();
    }
}
