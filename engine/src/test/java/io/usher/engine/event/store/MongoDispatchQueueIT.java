package io.usher.engine.event.store;

import io.usher.engine.event.DispatchChangesContract;
import io.usher.engine.event.DispatchQueue;
import io.usher.engine.event.DispatchQueueContract;
import io.usher.engine.event.Event;
import io.usher.engine.event.internal.EventStore;
import io.usher.engine.event.internal.EventStore.Fresh;
import io.usher.engine.platform.async.Async;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.EventId;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.Ids;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.testing.StoresOnly;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import reactor.core.publisher.Mono;

/** The queue in a database of its own, from which no engine dispatches. */
class MongoDispatchQueueIT {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static StoresOnly stores;

    @BeforeAll
    static void start() {
        stores = StoresOnly.of("io.usher.engine.event.store");
    }

    @AfterAll
    static void stop() {
        stores.close();
    }

    @BeforeEach
    void empty() {
        Async.await(Mono.from(stores.mongo().collection(EventCollections.EVENTS).deleteMany(new Document())));
    }

    private static Event stored(Event event) {
        Async.value(stores.bean(EventStore.class).insert(List.of(new Fresh(event, List.of()))));
        return event;
    }

    @Nested
    class Found extends DispatchQueueContract {

        @Override
        protected DispatchQueue queue() {
            return stores.bean(DispatchQueue.class);
        }

        @Override
        protected Event add(String workspace, String contact, long position) {
            return stored(new Event(
                    new EventId(Ids.random()),
                    new WorkspaceId(workspace),
                    new EventTypeKey("paid"),
                    null,
                    Params.EMPTY,
                    new ContactId(contact),
                    NOON,
                    NOON,
                    false,
                    "test",
                    List.of(),
                    position,
                    true,
                    null,
                    null,
                    List.of()));
        }
    }

    @Nested
    class Changed extends DispatchChangesContract {

        @Override
        protected DispatchQueue queue() {
            return stores.bean(DispatchQueue.class);
        }

        @Override
        protected void store(Event event) {
            stored(event);
        }
    }
}
