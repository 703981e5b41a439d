package io.usher.engine.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.bson.Document;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

/** How soon the first page of each list is there in a house that has been used for a while. */
final class ListsBench implements Bench {

    private static final int WORKFLOWS = 40;
    private static final int EVENT_TYPES = 30;
    private static final int SEGMENTS = 30;
    private static final int CHUNK = 2_000;
    private static final int PAGE = 51;
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final List<String> STATES = List.of("running", "finished", "finished", "stopped", "failed");

    private final List<String> workflows = new ArrayList<>();
    private Instant now = Instant.EPOCH;

    @Override
    public String about() {
        return "First pages of lists, over HTTP, at 400,000 events, 70,000 contacts and 16,000 journeys (quick: a tenth)."
                + " Beside each: the bare driver reading as many documents of the collection in the same order.";
    }

    @Override
    public List<Contest> contests(House house) throws Exception {
        var api = house.api();
        var store = new BareStore(house.database());
        var journey = makeOneOfEach(api);
        now = Instant.now();
        fill(house, store, journey);
        var pages = house.size(50, 20);
        var workspace = store.sample("journeys", new Document()).getString("workspace");
        var own = new Document("workspace", workspace);
        var page = new Pages(api, store, pages, own);
        return List.of(
                page.of("workflows", "/workflows", "workflows", new Document("changed.at", -1).append("_id", -1)),
                page.of("journeys", "/journeys", "journeys", new Document("startedAt", -1).append("_id", -1)),
                page.of(
                        "journeys of a workflow",
                        "/journeys?workflow=" + workflows.getFirst(),
                        "journeys",
                        new Document("startedAt", -1).append("_id", -1),
                        new Document("workflow", workflows.getFirst())),
                page.of("events", "/events", "events", new Document("acceptedAt", -1).append("position", -1)),
                page.of("contacts", "/contacts", "contacts", new Document("createdAt", -1).append("_id", -1)),
                page.of(
                        "contacts that begin so",
                        "/contacts?startsWith=bench-1",
                        "contacts",
                        new Document("createdAt", -1).append("_id", -1)),
                page.of("messages", "/messages", "messages", new Document("createdAt", -1).append("_id", -1)),
                page.of("event types", "/event-types", "eventTypes", new Document("key", 1)),
                page.of("segments", "/segments", "segments", new Document("key", 1)));
    }

    private record Pages(EngineApi api, BareStore store, int pages, Document own) {

        Contest of(String name, String path, String collection, Document order) {
            return of(name, path, collection, order, new Document());
        }

        Contest of(String name, String path, String collection, Document order, Document also) {
            var filter = new Document(own);
            filter.putAll(also);
            if (collection.equals("journeys")) {
                filter.append(
                        "state", new Document("$in", List.of("starting", "running", "failed", "finished", "stopped")));
            }
            var crowd = new Crowd(api, 1);
            return new Contest(
                    name,
                    "bare driver, " + collection,
                    List.of(Figure.millis("median page"), Figure.millis("slowest page")),
                    () -> told(crowd.work(pages, (wire, i) -> wire.get(path)).each()),
                    () -> told(store.read(collection, filter, order, PAGE, pages)));
        }

        private static double[] told(long[] nanos) {
            return new double[] {Series.millis(nanos, 0.5), Series.millis(nanos, 1)};
        }
    }

    /** By the API alone; a journey with a trail and a message, whose documents the others are copied from. */
    private String makeOneOfEach(EngineApi api) throws InterruptedException {
        IntStream.range(0, EVENT_TYPES).forEach(i -> api.eventType("bench-" + i));
        IntStream.range(0, SEGMENTS)
                .forEach(i -> api.post("/segments", Map.of("key", "bench-" + i, "name", "Bench " + i)));
        for (int i = 0; i < WORKFLOWS; i++) {
            var drawing = new Drawing()
                    .add("Add", "bench-" + i % SEGMENTS)
                    .send("Send", "Your seats")
                    .rest("Rest", "{\"amount\":3,\"unit\":\"days\"}")
                    .exit();
            workflows.add(api.workflow("Bench " + i, drawing, Drawing.triggers("bench-" + i % EVENT_TYPES, List.of())));
        }
        api.post("/event", Map.of("eventTypeKey", "bench-29", "params", Map.of("email", "sample@example.com")));
        return waitAt(api, "Rest");
    }

    private static String waitAt(EngineApi api, String block) throws InterruptedException {
        var found = new ArrayList<String>();
        Patience.until("a journey at " + block, LIMIT, () -> {
            for (JsonNode row : api.get("/journeys").path("items")) {
                if (row.path("stands").path("block").asString().equals(block)) {
                    found.add(row.path("id").asString());
                }
            }
            return !found.isEmpty();
        });
        return found.getFirst();
    }

    private void fill(House house, BareStore store, String journey) {
        int contacts = house.size(70_000, 7_000);
        int events = house.size(400_000, 40_000);
        var contact = store.sample("contacts", new Document());
        var identifier = store.sample("identifiers", new Document());
        var event = store.sample("events", new Document());
        var sample = store.sample("journeys", new Document("_id", journey));
        var message = store.sample("messages", new Document());
        var member = store.sample("segmentMembers", new Document());
        var workspace = contact.getString("workspace");
        insert(
                store,
                "contacts",
                contacts,
                i -> BareStore.copy(contact)
                        .append("_id", "bench-" + i)
                        .append("createdAt", ago(i, 60))
                        .append("identifiers", List.of(new Document("kind", "email").append("value", address(i)))));
        insert(
                store,
                "identifiers",
                contacts,
                i -> BareStore.copy(identifier)
                        .append("_id", workspace + ":email:" + address(i))
                        .append("contact", "bench-" + i));
        insert(
                store,
                "events",
                events,
                i -> withoutDue(BareStore.copy(event))
                        .append("_id", workspace + ":bench-" + i)
                        .append("id", "bench-" + i)
                        .append("type", "bench-" + i % EVENT_TYPES)
                        .append("contact", "bench-" + i % contacts)
                        .append("acceptedAt", ago(i, 10)));
        insert(
                store,
                "journeys",
                house.size(16_000, 1_600),
                i -> BareStore.copy(sample)
                        .append("_id", "bench-" + i)
                        .append("workflow", workflows.get(i % WORKFLOWS))
                        .append("contact", "bench-" + i)
                        .append("state", STATES.get(i % STATES.size()))
                        .append("startedAt", ago(i, 50)));
        insert(
                store,
                "segmentMembers",
                contacts,
                i -> BareStore.copy(member)
                        .append("_id", workspace + ":" + segment(i) + ":bench-" + i)
                        .append("segment", segment(i))
                        .append("contact", "bench-" + i));
        insert(
                store,
                "messages",
                house.size(16_000, 1_600),
                i -> BareStore.copy(message)
                        .append("_id", "bench-" + i)
                        .append("journey", "bench-" + i)
                        .append("workflow", workflows.get(i % WORKFLOWS))
                        .append("contact", "bench-" + i)
                        .append("createdAt", ago(i, 50)));
    }

    /** Every second contact is in one of all, the others are in the first three. */
    private static String segment(int i) {
        return "bench-" + (i % 2 == 0 ? i / 2 % SEGMENTS : i / 2 % 3);
    }

    private static String address(int i) {
        return "bench-" + i + "@example.com";
    }

    private Date ago(int times, int seconds) {
        return Date.from(now.minusSeconds((long) times * seconds));
    }

    private static Document withoutDue(Document event) {
        event.remove("due");
        return event;
    }

    private static void insert(BareStore store, String collection, int count, IntFunction<Document> document) {
        Flux.range(0, count)
                .map(document::apply)
                .buffer(CHUNK)
                .concatMap(chunk -> store.collection(collection).insertMany(chunk))
                .blockLast();
    }
}
