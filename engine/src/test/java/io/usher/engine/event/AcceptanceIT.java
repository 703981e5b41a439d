package io.usher.engine.event;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.shared.Ids;
import io.usher.engine.testing.Api;
import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.TestWorkspaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@EngineIT
class AcceptanceIT {

    @Autowired
    private TestWorkspaces workspaces;

    private Api api;

    @BeforeEach
    void workspace() {
        api = workspaces.create().api();
    }

    @Test
    void shouldStoreNamesAndNumbersAsTheyCame() {
        var params = "{\"a.b\":1,\"$c\":9223372036854775807,\"price\":10.10,\"deep\":{\"x.y\":[null,true,0.1]}}";

        var id = api.event("{\"eventTypeKey\":\"numbers\",\"keyValue\":\"k1\",\"params\":" + params + "}");

        var stored = api.get("/events/" + id);
        assertThat(stored.path("params").toString()).isEqualTo(params);
        assertThat(stored.path("keyValue").asString()).isEqualTo("k1");
        assertThat(stored.path("contactId").isNull()).isTrue();
    }

    @Test
    void shouldGiveTheSameAnswerForTheSameId() {
        var first = api.send("POST", "/event", event("same", "one@example.com"))
                .expect(202)
                .body();
        var again = api.send("POST", "/event", event("same", "two@example.com"))
                .expect(202)
                .body();

        assertThat(again).isEqualTo(first);
        assertThat(api.items("/contacts?email=two@example.com")).isEmpty();
        assertThat(api.items("/events?type=bought")).hasSize(1);
    }

    @Test
    void shouldStoreOneEventWhenFiftySendTheSameIdAtOnce() throws Exception {
        var answers = atOnce(50, i -> api.post("/event", event("storm", "c" + i + "@example.com")));

        assertThat(answers.stream().distinct()).hasSize(1);
        assertThat(api.items("/events?type=bought")).hasSize(1);
        assertThat(api.items("/contacts")).hasSize(1);
    }

    @Test
    void shouldEndAsOneContactWhenEventsOfANewOneRace() throws Exception {
        var answers = atOnce(
                40,
                i -> api.post(
                        "/event",
                        Map.of(
                                "eventTypeKey",
                                "raced",
                                "params",
                                i % 2 == 0
                                        ? Map.of("Email", "race@example.com")
                                        : Map.of("Email", "Race@example.com", "ExternalCustomerId", "K1"))));

        var contacts = answers.stream()
                .map(each -> contact(each.path("contactId").asString()))
                .distinct();
        assertThat(contacts).hasSize(1);
        assertThat(api.items("/contacts?externalCustomerId=K1")).hasSize(1);
    }

    @Test
    void shouldRefuseWholeAndNameTheField() {
        var answer = api.send("POST", "/event", "{\"eventTypeKey\":\"a/b\"}").expect(400);

        assertThatJson(answer.text()).node("errors[0].field").isEqualTo("eventTypeKey");
        assertThat(api.items("/event-types")).isEmpty();
    }

    @Test
    void shouldRefuseABodyOfMoreThan64Kilobytes() {
        var large = "{\"eventTypeKey\":\"t\",\"params\":{\"x\":\"" + "y".repeat(66_000) + "\"}}";

        assertThat(api.send("POST", "/event", large).status()).isEqualTo(413);
    }

    @Test
    void shouldAnswerEachItemOfABatch() {
        var batch = "[{\"eventTypeKey\":\"b\",\"id\":\"b1\"},{\"eventTypeKey\":\"<\"},7,{\"eventTypeKey\":\"b\"}]";

        var answer = api.send("POST", "/event/batch", "application/json", batch, "Idempotency-Key", "k")
                .expect(200)
                .body();

        assertThat(answer.path("accepted").asInt()).isEqualTo(2);
        assertThat(answer.at("/results/0/id").asString()).isEqualTo("b1");
        assertThat(answer.at("/results/1/problem/errors/0/field").asString()).isEqualTo("eventTypeKey");
        assertThat(answer.at("/results/2/problem/status").asInt()).isEqualTo(400);
        assertThat(answer.at("/results/3/id").asString()).isEqualTo("k:3");
    }

    @Test
    void shouldAcceptTheItemsOfABatchInTheirOrder() {
        // given: more than are written at once, and every third of a type that has to be looked up and registered first
        api.event("{\"eventTypeKey\":\"known\"}");
        var keys = IntStream.range(0, 700).mapToObj(i -> "k" + i).toList();
        var batch = IntStream.range(0, 700)
                .mapToObj(i -> Map.of(
                        "eventTypeKey",
                        i % 3 == 0 ? "new" + i : "known",
                        "keyValue",
                        keys.get(i),
                        "params",
                        Map.of("Email", "inorder@example.com")))
                .toList();

        // when
        var answer = api.send("POST", "/event/batch", JsonMapper.shared().writeValueAsString(batch))
                .expect(200)
                .body();

        // then: the history, newest first, is the batch backwards
        assertThat(answer.path("accepted").asInt()).isEqualTo(700);
        var contact = answer.at("/results/0/contactId").asString();
        var history = new ArrayList<String>();
        var cursor = "";
        do {
            var page = api.get("/events?contact=" + contact + "&limit=200" + cursor);
            page.path("items")
                    .forEach(event -> history.addFirst(event.path("keyValue").asString()));
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asString();
        } while (!cursor.isEmpty());
        assertThat(history).isEqualTo(keys);
    }

    @Test
    void shouldTakeNdjsonLineByLine() {
        var lines = "{\"eventTypeKey\":\"n\"}\n\n{broken\n{\"eventTypeKey\":\"n\"}";

        var answer = api.send("POST", "/event/batch", "application/x-ndjson", lines)
                .expect(200)
                .body();

        assertThat(answer.path("accepted").asInt()).isEqualTo(2);
        assertThat(answer.at("/results/1/problem/status").asInt()).isEqualTo(400);
    }

    @Test
    void shouldRefuseAnUnreadableArrayWhole() {
        assertThat(api.send("POST", "/event/batch", "[{\"eventTypeKey\":\"u\"},")
                        .status())
                .isEqualTo(400);
        assertThat(api.items("/events")).isEmpty();
    }

    @Test
    void shouldRefuseAnEventThatLacksADeclaredParam() {
        api.post(
                "/event-types",
                Map.of(
                        "key", "declared",
                        "keyParam", "orderId",
                        "params", List.of(Map.of("name", "orderId", "required", true))));

        var answer =
                api.send("POST", "/event", Map.of("eventTypeKey", "declared")).expect(400);
        assertThatJson(answer.text()).node("errors[0].field").isEqualTo("params.orderId");

        var id = api.event(Map.of("eventTypeKey", "declared", "params", Map.of("orderId", 17)));
        assertThat(api.get("/events/" + id).path("keyValue").asString()).isEqualTo("17");
    }

    @Test
    void shouldGiveAnEventNoKeyAnyMoreWhenTheKeyParamOfItsTypeIsCleared() {
        // given
        api.post("/event-types", Map.of("key", "keyed", "name", "Keyed", "keyParam", "orderId"));
        var before = api.event(Map.of("eventTypeKey", "keyed", "params", Map.of("orderId", 17)));

        // when: a change says what the type is from then on
        var changed = api.put("/event-types/keyed", Map.of("name", "Keyed"));

        // then
        assertThat(changed.path("keyParam").isNull()).isTrue();
        assertThat(api.get("/event-types/keyed").path("keyParam").isNull()).isTrue();
        var without = api.event(Map.of("eventTypeKey", "keyed", "params", Map.of("orderId", 18)));
        var sent = api.event(Map.of("eventTypeKey", "keyed", "keyValue", "T-1", "params", Map.of("orderId", 19)));
        assertThat(keyOf(without).isNull()).isTrue();
        assertThat(keyOf(sent).asString()).isEqualTo("T-1");
        assertThat(keyOf(before).asString()).isEqualTo("17");
    }

    @Test
    void shouldPageAndFilterTheHistory() {
        IntStream.range(0, 7)
                .forEach(i -> api.event(Map.of(
                        "eventTypeKey",
                        i % 2 == 0 ? "even" : "odd",
                        "keyValue",
                        "key" + i,
                        "params",
                        Map.of("Email", "filter@example.com"))));

        var first = api.get("/events?limit=4");
        var second = api.get("/events?limit=4&cursor=" + first.path("next").asString());
        var contact = first.at("/items/0/contactId").asString();

        assertThat(first.path("items")).hasSize(4);
        assertThat(second.path("items")).hasSize(3);
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(api.items("/events?type=even")).hasSize(4);
        assertThat(api.items("/events?key=key3&type=odd")).hasSize(1);
        assertThat(api.items("/events?contact=" + contact)).hasSize(7);
        assertThat(api.items("/events?to=2020-01-01T00:00:00Z")).isEmpty();
        assertThat(api.items("/events?since=" + first.path("since").asString())).hasSize(7);
    }

    @Test
    void shouldKeepTheKeyOfAnEventTypeForItsWholeLife() {
        api.eventType("kept");

        assertThat(api.send("POST", "/event-types", Map.of("key", "kept")).status())
                .isEqualTo(409);
        assertThat(api.send("PUT", "/event-types/kept", Map.of("key", "other")).status())
                .isEqualTo(400);
        api.delete("/event-types/kept");
        assertThat(api.send("GET", "/event-types/kept", null).status()).isEqualTo(404);
    }

    private JsonNode keyOf(String event) {
        return api.get("/events/" + event).path("keyValue");
    }

    private String contact(String id) {
        return api.get("/contacts/" + id).path("id").asString();
    }

    private static Map<String, Object> event(String id, String email) {
        return Map.of("eventTypeKey", "bought", "id", id, "params", Map.of("Email", email, "n", Ids.random()));
    }

    private static List<JsonNode> atOnce(int count, IntFunction<JsonNode> call) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, count)
                    .mapToObj(i -> (Callable<JsonNode>) () -> call.apply(i))
                    .toList();
            var answers = new ArrayList<JsonNode>();
            for (var each : threads.invokeAll(calls)) {
                answers.add(each.get());
            }
            return answers;
        }
    }
}
