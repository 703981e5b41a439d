package io.usher.engine.event.store;

import static io.usher.engine.testing.Agreement.one;
import static io.usher.engine.testing.Agreement.others;
import static io.usher.engine.testing.Agreement.some;

import io.usher.engine.event.Event;
import io.usher.engine.event.Events.Query;
import io.usher.engine.event.internal.EventStore.Fresh;
import io.usher.engine.platform.async.Async;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.EventId;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.Ids;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.TimeWindow;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.testing.Agreement;
import io.usher.engine.testing.EngineIT;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The history's filters, and the look-back for a stop, against a plain look at every event. */
@EngineIT
class EventHistoryAgreementIT {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final int MOST_RECENT = 20;
    private static final List<EventTypeKey> TYPES =
            List.of(new EventTypeKey("paid"), new EventTypeKey("left"), new EventTypeKey("none"));
    private static final List<String> KEYS = List.of("ORD-1", "ord-1", "ORD-2", "\uD83D\uDE00", "");
    private static final Comparator<Event> NEWEST_FIRST = Comparator.comparing(Event::acceptedAt)
            .thenComparing(Event::position)
            .reversed();

    @Autowired
    private MongoEvents store;

    private final WorkspaceId workspace = new WorkspaceId("w" + Ids.random());
    private final List<ContactId> contacts =
            IntStream.range(0, 4).mapToObj(i -> new ContactId(Ids.random())).toList();
    private final List<Event> events = new ArrayList<>();

    @BeforeEach
    void storeEvents() {
        var random = new Random(Agreement.seed());
        for (int i = 0; i < 120; i++) {
            events.add(event(random, workspace, i));
        }
        var elsewhere = new WorkspaceId("w" + Ids.random());
        var all = new ArrayList<>(events);
        IntStream.range(0, 20).forEach(i -> all.add(event(random, elsewhere, i)));
        Async.value(store.insert(
                all.stream().map(event -> new Fresh(event, List.of())).toList()));
    }

    @Test
    void shouldGivePageByPageWhatTheFiltersLetThrough() {
        new Agreement<Filter>(this::filter, Filter::simpler, this::pages, this::looked).check();
    }

    @Test
    void shouldLookBackForWhatHappenedSince() {
        new Agreement<Since>(this::since, since -> List.of(), this::recent, this::lookedBack).check();
    }

    private record Filter(Query query, int limit) {

        List<Filter> simpler() {
            var q = query;
            return others(
                    this,
                    new Filter(new Query(null, q.keys(), q.contacts(), q.accepted()), limit),
                    new Filter(new Query(q.type(), null, q.contacts(), q.accepted()), limit),
                    new Filter(new Query(q.type(), q.keys(), null, q.accepted()), limit),
                    new Filter(new Query(q.type(), q.keys(), q.contacts(), TimeWindow.ALWAYS), limit),
                    new Filter(q, PageRequest.MAX_LIMIT));
        }
    }

    private Filter filter(Random random) {
        var type = random.nextBoolean() ? null : one(random, TYPES.get(0), TYPES.get(1), TYPES.get(2));
        var keys = random.nextBoolean() ? null : some(random, KEYS);
        var who = random.nextBoolean() ? null : some(random, contacts);
        var from = random.nextBoolean() ? null : time(random);
        var to = random.nextBoolean() ? null : time(random);
        var window =
                from != null && to != null && to.isBefore(from) ? new TimeWindow(to, from) : new TimeWindow(from, to);
        return new Filter(new Query(type, keys, who, window), 1 + random.nextInt(9));
    }

    private List<EventId> pages(Filter filter) {
        var found = new ArrayList<EventId>();
        String cursor = null;
        do {
            var page = Async.value(store.list(workspace, filter.query(), new PageRequest(cursor, filter.limit())));
            page.items().forEach(event -> found.add(event.id()));
            cursor = page.next();
        } while (cursor != null);
        return found;
    }

    private List<EventId> looked(Filter filter) {
        return events.stream()
                .filter(event -> letsThrough(filter.query(), event))
                .sorted(NEWEST_FIRST)
                .map(Event::id)
                .toList();
    }

    private static boolean letsThrough(Query query, Event event) {
        var from = query.accepted().from();
        var to = query.accepted().to();
        return (query.type() == null || query.type().equals(event.type()))
                && (query.keys() == null || event.key() != null && query.keys().contains(event.key()))
                && (query.contacts() == null
                        || event.contact() != null && query.contacts().contains(event.contact()))
                && (from == null || !event.acceptedAt().isBefore(from))
                && (to == null || event.acceptedAt().isBefore(to));
    }

    private record Since(ContactId contact, List<EventTypeKey> types, Instant time) {}

    private Since since(Random random) {
        return new Since(contacts.get(random.nextInt(contacts.size())), some(random, TYPES), time(random));
    }

    private List<EventId> recent(Since since) {
        return Async.value(store.recent(workspace, since.contact(), since.types(), since.time())).stream()
                .map(Event::id)
                .toList();
    }

    private List<EventId> lookedBack(Since since) {
        return events.stream()
                .filter(event -> since.contact().equals(event.contact())
                        && since.types().contains(event.type())
                        && !event.occurredAt().isBefore(since.time()))
                .sorted(NEWEST_FIRST)
                .limit(MOST_RECENT)
                .map(Event::id)
                .toList();
    }

    /** Few different times, so that many events share one. */
    private static Instant time(Random random) {
        return NOON.plusSeconds(random.nextInt(12) * 60L);
    }

    private Event event(Random random, WorkspaceId where, int i) {
        var accepted = time(random);
        return new Event(
                new EventId(Ids.random()),
                where,
                TYPES.get(random.nextInt(2)),
                random.nextInt(4) == 0 ? null : KEYS.get(random.nextInt(KEYS.size())),
                Params.EMPTY,
                contact(random),
                accepted.minusSeconds(random.nextInt(600)),
                accepted,
                false,
                "test",
                List.of(),
                i,
                false,
                null,
                null,
                List.of());
    }

    private @Nullable ContactId contact(Random random) {
        return random.nextInt(5) == 0 ? null : contacts.get(random.nextInt(contacts.size()));
    }
}
