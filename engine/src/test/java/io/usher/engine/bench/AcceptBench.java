package io.usher.engine.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;

/** How fast events are taken in. Nothing listens to them, so that nothing else happens meanwhile. */
final class AcceptBench implements Bench {

    private static final int CONNECTIONS = 64;
    private static final int BATCH = 500;
    private static final String ALL_ACCEPTED = "\"accepted\":" + BATCH + ",";
    private static final int BATCHES_AT_ONCE = 4;
    private static final int NEWCOMERS = 10;
    private static final int NEVER = Integer.MAX_VALUE;
    private static final String TYPE = "bench-accept";
    private static final String EVENTS = "bench_events";
    private static final String CONTACTS = "bench_contacts";

    private final AtomicInteger contacts = new AtomicInteger();
    private int known;

    @Override
    public String about() {
        return "Events taken in: each answered when it is on disk, under its contact and in its order. Beside it: the same"
                + " documents put into a collection without indexes by the driver alone (and a contact for each new one).";
    }

    @Override
    public List<Contest> contests(House house) throws Exception {
        var api = house.api();
        api.eventType(TYPE);
        known = house.size(10_000, 1_000);
        var single = new Crowd(api, CONNECTIONS);
        var batches = new Crowd(api, BATCHES_AT_ONCE);
        sendBatches(batches, known / BATCH, i -> i);
        contacts.set(known);
        var store = new BareStore(house.database());
        int count = house.size(20_000, 2_000);
        return List.of(
                single("single, 64 connections, known contacts", single, store, count, NEVER),
                single("single, 64 connections, a tenth new contacts", single, store, count, NEWCOMERS),
                batches("batches of 500, 4 at once, known contacts", batches, store, house.size(100, 20), NEVER),
                batches(
                        "batches of 500, 4 at once, a tenth new contacts",
                        batches,
                        store,
                        house.size(100, 20),
                        NEWCOMERS));
    }

    private Contest single(String name, Crowd crowd, BareStore store, int count, int newEvery) {
        return new Contest(
                name,
                "bare driver, 64 inserts at once",
                List.of(Figure.rate("taken in", "events/s"), Figure.millis("p99 of an answer")),
                () -> told(crowd.work(
                        count, (wire, i) -> wire.post("/event", EngineApi.json(event(contact(i, newEvery)))))),
                () -> {
                    var sample = sample(store);
                    var times = store.insertEach(EVENTS, count, CONNECTIONS, i -> BareStore.copy(sample));
                    return told(withNewcomers(times, store, count, newEvery));
                });
    }

    private Contest batches(String name, Crowd crowd, BareStore store, int count, int newEvery) {
        return new Contest(
                name,
                "bare driver, 4 inserts of 500 at once",
                List.of(Figure.rate("taken in", "events/s"), Figure.millis("p99 of an answer")),
                () -> told(sendBatches(crowd, count, i -> contact(i, newEvery)), BATCH),
                () -> {
                    var sample = sample(store);
                    var times = store.insertBatches(EVENTS, count, BATCH, BATCHES_AT_ONCE, i -> BareStore.copy(sample));
                    return told(withNewcomers(times, store, count * BATCH, newEvery), BATCH);
                });
    }

    @FunctionalInterface
    private interface Chosen {
        int contact(int index);
    }

    private static Crowd.Times sendBatches(Crowd crowd, int count, Chosen chosen) throws Exception {
        return crowd.work(count, (wire, i) -> {
            var events = new ArrayList<Map<String, Object>>();
            for (int k = 0; k < BATCH; k++) {
                events.add(event(chosen.contact(i * BATCH + k)));
            }
            var answer = new String(wire.post("/event/batch", EngineApi.json(events)), StandardCharsets.UTF_8);
            if (!answer.contains(ALL_ACCEPTED)) {
                throw new IllegalStateException(
                        "Not all of a batch were accepted: " + answer.substring(0, Math.min(answer.length(), 300)));
            }
        });
    }

    /** One of the known in turn, or somebody who was never heard of. */
    private int contact(int index, int newEvery) {
        return index % newEvery == newEvery - 1 ? contacts.getAndIncrement() : index % known;
    }

    private static Map<String, Object> event(int contact) {
        return Map.of(
                "eventTypeKey",
                TYPE,
                "params",
                Map.of("email", "bench-" + contact + "@example.com", "show", "Swan Lake", "seats", 2, "total", 118.5));
    }

    private static Document sample(BareStore store) {
        store.drop(EVENTS);
        store.drop(CONTACTS);
        return store.sample("events", new Document("type", TYPE));
    }

    /** The new contacts' documents, which the engine stores too. */
    private static Crowd.Times withNewcomers(Crowd.Times events, BareStore store, int count, int newEvery) {
        if (newEvery == NEVER) {
            return events;
        }
        var sample = store.sample("contacts", new Document());
        var contacts = store.insertEach(CONTACTS, count / newEvery, CONNECTIONS, i -> BareStore.copy(sample));
        return new Crowd.Times(events.each(), events.all() + contacts.all());
    }

    private static double[] told(Crowd.Times times) {
        return told(times, 1);
    }

    private static double[] told(Crowd.Times times, int size) {
        return new double[] {times.perSecond(size), Series.millis(times.each(), 0.99)};
    }
}
