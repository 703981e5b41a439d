package io.usher.engine.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** How fast journeys come to their end when many begin at once. */
final class JourneysBench implements Bench {

    private static final int BATCH = 250;
    private static final Duration LIMIT = Duration.ofMinutes(20);
    private static final String TYPE = "bench-order";
    private static final String DRAWING = new Drawing()
            .task(
                    "GetOrder",
                    "get-order",
                    "usher.get-order",
                    "{\"by\":\"key\",\"waitMinutes\":10,\"whenMissing\":\"end\"}")
            .condition("Enough", "{\"fact\":\"order.status\",\"op\":\"equal\",\"value\":\"INITIALIZED\"}")
            .add("Add", "bench-buyers")
            .send("Send", "Your order {{ order.externalOrderId }}")
            .exit();

    @Override
    public String about() {
        return "A burst of 2,500 start events (quick: 250), until the last of their journeys has ended: Get order, Condition, Add to"
                + " segment, Send. Beside it: the same drawing on the same broker, its jobs completed at once by a bare client.";
    }

    @Override
    public List<Contest> contests(House house) throws Exception {
        int count = house.size(2_500, 250);
        var api = house.api();
        var store = new BareStore(house.database());
        new MailSink(house.mailPort());
        api.eventType(TYPE);
        api.post("/segments", Map.of("key", "bench-buyers", "name", "Buyers"));
        for (int from = 0; from < count; from += BATCH) {
            api.post("/orders", Map.of("orders", orders(from, Math.min(count, from + BATCH))));
        }
        var workflow = api.workflow("Bench", DRAWING, Drawing.triggers(TYPE, List.of()));
        var finished = new Document("workspace", workspace(store))
                .append("workflow", workflow)
                .append("state", "finished");
        var broker = new BareBroker(house);
        long bare = broker.deployJourney();
        return List.of(new Contest(
                "burst of " + count,
                "bare client, completes at once",
                List.of(Figure.rate("ended", "journeys/s")),
                () -> new double[] {burst(api, store, finished, count)},
                () -> new double[] {broker.burst(bare, count)}));
    }

    private static double burst(EngineApi api, BareStore store, Document finished, int count) throws Exception {
        long before = store.count("journeys", finished);
        long begun = System.nanoTime();
        for (int from = 0; from < count; from += BATCH) {
            api.post("/event/batch", events(from, Math.min(count, from + BATCH)));
        }
        Patience.until("all journeys finished", LIMIT, () -> store.count("journeys", finished) >= before + count);
        return count / ((System.nanoTime() - begun) / (double) TimeUnit.SECONDS.toNanos(1));
    }

    private static String workspace(BareStore store) {
        return store.sample("eventTypes", new Document("key", TYPE)).getString("workspace");
    }

    private static List<Map<String, Object>> events(int from, int to) {
        var events = new ArrayList<Map<String, Object>>();
        for (int i = from; i < to; i++) {
            events.add(Map.of("eventTypeKey", TYPE, "keyValue", "bench-" + i, "params", Map.of("email", address(i))));
        }
        return events;
    }

    private static List<Map<String, Object>> orders(int from, int to) {
        var orders = new ArrayList<Map<String, Object>>();
        for (int i = from; i < to; i++) {
            var item = Map.of(
                    "externalItemId", "T-1", "name", "Swan Lake", "category", "ticket", "quantity", 2, "cost", 59.0);
            orders.add(Map.of(
                    "externalOrderId",
                    "bench-" + i,
                    "externalCustomerId",
                    "bench-" + i,
                    "totalCost",
                    118.0,
                    "status",
                    "INITIALIZED",
                    "date",
                    "2026-05-01T10:00:00Z",
                    "currency",
                    "SEK",
                    "email",
                    address(i),
                    "items",
                    List.of(item)));
        }
        return orders;
    }

    private static String address(int i) {
        return "bench-" + i + "@example.com";
    }
}
