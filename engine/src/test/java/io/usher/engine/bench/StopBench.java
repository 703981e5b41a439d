package io.usher.engine.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.bson.Document;
import reactor.core.publisher.Flux;

/** How soon a stop event ends a journey that stands inside a wait. */
final class StopBench implements Bench {

    private static final String START = "bench-start";
    private static final String STOP = "bench-stop";
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final long LOOK_NANOS = 2_000_000;
    private static final double LAW_MILLIS = 1_000;
    private static final int LANES = 64;
    private static final int CHUNK = 2_000;

    private int contacts;
    private long position = -1_000_000_000L;

    @Override
    public String about() {
        return "From the answer to a stop event until its journey, inside a wait of days, has ended; with nothing else to do, and behind"
                + " 200,000 due events of others (quick: 20,000). Beside it: a bare client that cancels an instance inside the same wait.";
    }

    @Override
    public List<Contest> contests(House house) throws Exception {
        var api = house.api();
        api.eventType(START);
        api.eventType(STOP);
        var drawing =
                new Drawing().rest("Rest", "{\"amount\":3,\"unit\":\"days\"}").exit();
        api.workflow("Bench", drawing, Drawing.triggers(START, List.of(STOP)));
        var store = new BareStore(house.database());
        var broker = new BareBroker(house);
        long wait = broker.deployWait();
        int count = house.size(200, 30);
        int due = house.size(200_000, 20_000);
        return List.of(
                contest("idle", api, store, broker, wait, count, 0),
                contest("behind %,d due events of others".formatted(due), api, store, broker, wait, count, due));
    }

    private Contest contest(
            String name, EngineApi api, BareStore store, BareBroker broker, long wait, int count, int due) {
        return new Contest(
                name,
                "bare client, cancel acknowledged",
                List.of(Figure.millis("median"), Figure.millis("p99").within(LAW_MILLIS)),
                () -> told(stops(api, store, count, due)),
                () -> told(broker.start(wait, count).stream()
                        .mapToLong(broker::cancel)
                        .toArray()));
    }

    private static double[] told(long[] nanos) {
        return new double[] {Series.millis(nanos, 0.5), Series.millis(nanos, 0.99)};
    }

    private long[] stops(EngineApi api, BareStore store, int count, int due) throws InterruptedException {
        var resting = begin(api, store, count);
        if (due > 0) {
            fill(store, due);
        }
        var took = new long[count];
        try (var wire = api.wire()) {
            for (int i = 0; i < count; i++) {
                var person = resting.get(i);
                wire.post("/event", EngineApi.json(event(STOP, person.number())));
                long accepted = System.nanoTime();
                awaitStopped(store, person.stopped(), accepted);
                took[i] = System.nanoTime() - accepted;
            }
        }
        if (due > 0 && store.count("events", dueBefore(0)) == 0) {
            throw new IllegalStateException("The backlog was gone before the last stop: it was not behind anything");
        }
        return took;
    }

    private record Resting(int number, Document stopped) {}

    /** New people whose journeys stand in the wait. */
    private List<Resting> begin(EngineApi api, BareStore store, int count) throws InterruptedException {
        var workspace = store.sample("eventTypes", new Document("key", START)).getString("workspace");
        var people = new ArrayList<Resting>();
        for (int i = 0; i < count; i++) {
            int number = contacts++;
            var contact =
                    api.post("/event", event(START, number)).path("contactId").asString();
            var stopped = new Document("workspace", workspace)
                    .append("contact", contact)
                    .append("state", "stopped");
            people.add(new Resting(number, stopped));
        }
        for (var person : people) {
            var rests =
                    new Document(person.stopped()).append("state", "running").append("standing.block", "Rest");
            Patience.until("a journey rests", LIMIT, () -> store.count("journeys", rests) == 1);
        }
        return people;
    }

    private static void awaitStopped(BareStore store, Document stopped, long since) {
        while (store.count("journeys", stopped) == 0) {
            if (System.nanoTime() - since > LIMIT.toNanos()) {
                throw new IllegalStateException("A journey was not stopped within " + LIMIT);
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private static Map<String, Object> event(String type, int number) {
        return Map.of("eventTypeKey", type, "params", Map.of("email", "bench-" + number + "@example.com"));
    }

    private static Document dueBefore(long position) {
        return new Document(
                        "due.lane",
                        new Document("$in", IntStream.range(0, LANES).boxed().toList()))
                .append("due.position", new Document("$lt", position));
    }

    /** Puts due stop events of people without journeys before all others, as many as are missing. */
    private void fill(BareStore store, int due) {
        var sample = store.sample("events", new Document("type", START));
        int missing = (int) Math.max(0, due - store.count("events", dueBefore(0)));
        Flux.range(0, missing)
                .map(i -> due(sample))
                .buffer(CHUNK)
                .concatMap(chunk -> store.collection("events").insertMany(chunk))
                .blockLast();
    }

    private Document due(Document sample) {
        long at = position++;
        var workspace = sample.getString("workspace");
        var contact = "crowd" + at;
        var event = BareStore.copy(sample)
                .append("_id", workspace + ":crowd" + at)
                .append("id", "crowd" + at)
                .append("type", STOP)
                .append("contact", contact)
                .append("position", at)
                .append("acceptedAt", new Date())
                .append(
                        "due",
                        new Document("lane", Math.floorMod(contact.hashCode(), LANES))
                                .append("position", at)
                                .append("workspace", workspace)
                                .append("contact", contact));
        event.remove("decisions");
        return event;
    }
}
