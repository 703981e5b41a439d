package io.usher.engine.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.crash.CrashPoints;
import io.usher.engine.platform.mongo.Mongo;
import io.usher.engine.shared.Problems;
import io.usher.engine.testing.Api;
import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.TestWorkspace;
import io.usher.engine.testing.TestWorkspaces;
import java.time.Duration;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

@EngineIT
class OrdersIT {

    private static final String ORDER = """
            {"orders":[{"externalOrderId":"%s","status":"%s","date":"2026-01-31T09:30:00+01:00","totalCost":120.50,
              "email":"buyer@example.com","firstName":"Ada","seat.row":"A","items":[{"name":"Ticket","quantity":2}]}]}
            """;

    @Autowired
    private TestWorkspaces workspaces;

    @Autowired
    private CrashPoints crashPoints;

    @Autowired
    private Mongo mongo;

    private TestWorkspace workspace;
    private Api api;

    @BeforeEach
    void workspace() {
        workspace = workspaces.create();
        api = workspace.api();
    }

    @AfterEach
    void noCrashPoints() {
        crashPoints.clear();
    }

    @Test
    void shouldMakeOneEventForEachNewStatus() {
        var first = api.post("/orders", ORDER.formatted("o1", "INITIALIZED"));
        var again = api.post("/orders", ORDER.formatted("o1", "INITIALIZED"));
        var next = api.post("/orders", ORDER.formatted("o1", "DELIVERED"));

        assertThat(first.at("/results/0/event/id").isString()).isTrue();
        assertThat(again.at("/results/0/event").isNull()).isTrue();
        assertThat(next.at("/results/0/event/id").isString()).isTrue();
        assertThat(api.items("/events?key=o1").findValuesAsString("eventTypeKey"))
                .containsExactly("orderDELIVERED", "orderINITIALIZED");
        assertThat(api.get("/event-types/orderDELIVERED").path("category").asString())
                .isEqualTo("order");
    }

    @Test
    void shouldKeepEveryFieldAndNameTheBuyer() {
        api.post("/orders", ORDER.formatted("o2", "INITIALIZED"));

        var order = api.get("/orders/o2");
        assertThat(order.path("seat.row").asString()).isEqualTo("A");
        assertThat(order.path("totalCost").toString()).isEqualTo("120.50");
        var contact = api.items("/contacts?email=buyer@example.com").get(0);
        assertThat(contact.path("id")).isEqualTo(order.path("contactId"));
        assertThat(contact.path("firstName").asString()).isEqualTo("Ada");
        assertThat(api.items("/orders?contact=" + contact.path("id").asString()))
                .hasSize(1);
    }

    @Test
    void shouldMakeTheEventLaterWhenItCouldNotBeMadeAtOnce() {
        var failures = new AtomicInteger();
        crashPoints.at("order-after-store", () -> {
            if (failures.getAndIncrement() == 0) {
                throw new IllegalStateException("the process died here");
            }
        });

        api.post("/orders", ORDER.formatted("o3", "INITIALIZED"));

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> api.items("/events?key=o3").size() == 1);
    }

    @Test
    void shouldRefuseOnlyTheOrderThatIsWrongAndNameAllItsFields() {
        var answer = api.post("/orders", """
                {"orders":[{"externalOrderId":"x","status":"GONE","date":"yesterday","totalCost":1},
                           {"externalOrderId":"y","status":"DELIVERED","date":"2026-01-31","totalCost":1,"phone":"+46701234567"}]}
                """);

        assertThat(answer.path("accepted").asInt()).isEqualTo(1);
        assertThat(answer.at("/results/0/problem/errors").findValuesAsString("field"))
                .containsExactly("status", "date", "email");
        assertThat(answer.at("/results/1/externalOrderId").asString()).isEqualTo("y");
    }

    @Test
    void shouldRefuseOnlyTheOrderThatCannotBeKeptAndNameWhatCameTwice() {
        var order = """
                {"externalOrderId":"%s","status":"DELIVERED","date":"2026-01-31","totalCost":1,"phone":"+46701234567","x":%s}""";
        var deep = "[".repeat(900) + "]".repeat(900);

        var answer = api.post(
                "/orders",
                "{\"orders\":["
                        + String.join(
                                ",",
                                order.formatted("deep", deep),
                                order.formatted("number", "1e99999"),
                                order.formatted("text", "\"\\ud800\""),
                                order.formatted("twice", "{\"a\":1,\"a\":2}"),
                                order.formatted("good", "1"))
                        + "]}");

        assertThat(answer.path("accepted").asInt()).isEqualTo(2);
        assertThat(answer.path("results").findValuesAsString("externalOrderId"))
                .containsExactly("deep", "number", "text", "twice", "good");
        assertThat(answer.path("results").findValuesAsString("rule")).containsExactly("depth", "number", "text");
        assertThat(answer.at("/results/1/problem/errors/0/field").asString()).isEqualTo("x");
        assertThat(answer.at("/results/3/warnings/0").asString())
                .isEqualTo("x.a came more than once; the last value was taken");
        assertThat(api.get("/orders/twice").at("/x/a").asInt()).isEqualTo(2);
        assertThat(api.get("/orders/good").path("x").asInt()).isEqualTo(1);
        assertThat(api.send("GET", "/orders/deep", null).status()).isEqualTo(404);
    }

    @Test
    void shouldRefuseABodyInWhichTheOrdersComeTwice() {
        var answer = api.send("POST", "/orders", "{\"orders\":[{}],\"orders\":[{}]}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo("orders");
    }

    @Test
    void shouldMarkTheEventOfAHistoricOrder() {
        api.post(
                "/orders",
                ORDER.formatted("old", "DELIVERED").replace("\"firstName\"", "\"history\":true,\"firstName\""));

        assertThat(api.items("/events?key=old").get(0).path("history").asBoolean())
                .isTrue();
    }

    @Test
    void shouldMakeTheEventThoughItsTypeRequiresAParamThatOrdersLack() {
        api.post("/event-types", """
                {"key":"orderDELIVERED","params":[{"name":"seat","required":true}],"keyParam":"items"}
                """);

        api.post("/orders", ORDER.formatted("lacks", "DELIVERED"));

        var event = api.items("/events?key=lacks").get(0).path("id").asString();
        assertThat(api.get("/events/" + event).path("warnings").toString()).contains("requires the param seat");
        assertThat(api.get("/orders/lacks").path("statusEvents")).isEmpty();
    }

    @Test
    void shouldParkARefusedEventInSightAndSendItAgain() {
        crashPoints.at("order-after-store", () -> {
            throw Problems.invalid("params.seat", "required", "seat is required");
        });
        api.post("/orders", ORDER.formatted("parked", "INITIALIZED"));

        var parked = api.get("/orders/parked").at("/statusEvents/0");
        assertThat(parked.path("state").asString()).isEqualTo("parked");
        assertThat(parked.path("reason").asString()).isEqualTo("seat is required");
        assertThat(api.items("/events?key=parked")).isEmpty();

        crashPoints.clear();
        assertThat(api.post("/orders/parked/send-again", null).path("statusEvents"))
                .isEmpty();
        assertThat(api.items("/events?key=parked")).hasSize(1);
        assertThat(api.send("POST", "/orders/parked/send-again", null).status()).isEqualTo(409);
        assertThat(api.send("POST", "/orders/nothing/send-again", null).status())
                .isEqualTo(404);
    }

    @Test
    void shouldMakeEventsThatTheVersionBeforeLeft() {
        var orders = mongo.collection("orders");
        var id = workspace.id().value() + ":old";
        crashPoints.at("order-after-store", () -> {
            throw new IllegalStateException("the process died here");
        });
        api.post("/orders", ORDER.formatted("old", "INITIALIZED"));
        var asBefore = new Document("$unset", new Document("pending.0.next", "").append("pending.0.happenedAt", ""))
                .append("$set", new Document("pending.0.at", new Date(0)));
        assertThat(Async.value(Mono.from(orders.updateOne(new Document("_id", id), asBefore)))
                        .getModifiedCount())
                .isEqualTo(1);
        crashPoints.clear();

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> api.items("/events?key=old").size() == 1
                        && api.get("/orders/old").path("statusEvents").isEmpty());
        assertThat(api.items("/events?key=old").get(0).path("occurredAt").asString())
                .isEqualTo("1970-01-01T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "INITIALIZED, 2026-01-31T09:00:00Z, false",
        "IN_PROGRESS, 2026-01-31T09:00:00Z, false",
        "INITIALIZED, 2026-01-31T10:00:00Z, false",
        "IN_PROGRESS, 2026-01-31T10:00:00Z, false",
        "CANCELLED,   2026-01-31T10:00:00Z, true",
        "INITIALIZED, 2026-01-31T11:00:00Z, true"
    })
    void shouldTakeAStatusOnlyWhenItIsNotOlderThanWhatStands(String status, String date, boolean taken) {
        post("DELIVERED", "2026-01-31T10:00:00Z");

        var answer = post(status, date).at("/results/0");

        assertThat(answer.path("event").isObject()).isEqualTo(taken);
        assertThat(answer.path("problem").isNull()).isTrue();
        assertThat(answer.path("warnings").toString().contains("A later state of this order is here"))
                .isNotEqualTo(taken);
        assertThat(api.get("/orders/o").path("status").asString()).isEqualTo(taken ? status : "DELIVERED");
    }

    @Test
    void shouldChangeNothingWhenAStatusThatTheOrderHadIsRepeatedLate() {
        post("INITIALIZED", "2026-01-31T10:00:00Z");
        post("DELIVERED", "2026-01-31T10:00:00Z");
        post("CANCELLED", "2026-01-31T10:00:00Z");

        var repeated = post("DELIVERED", "2026-01-31T10:00:00Z");

        assertThat(repeated.at("/results/0/event").isNull()).isTrue();
        assertThat(api.get("/orders/o").path("status").asString()).isEqualTo("CANCELLED");
    }

    @Test
    void shouldCorrectTheFieldsWhenTheSameStatusComesAgain() {
        post("DELIVERED", "2026-01-31T10:00:00Z");

        api.post("/orders", """
                {"orders":[{"externalOrderId":"o","status":"DELIVERED","date":"2026-01-31T10:00:00Z","totalCost":7,
                  "email":"nobody"}]}
                """);

        var order = api.get("/orders/o");
        assertThat(order.path("totalCost").asInt()).isEqualTo(7);
        assertThat(order.path("contactId").isString())
                .as("the buyer stays known")
                .isTrue();
        assertThat(api.items("/events?key=o")).hasSize(1);
    }

    @Test
    void shouldNameTheOrderThatIsRefusedAndTheAddressThatWasNotUsed() {
        var answer = api.post("/orders", """
                {"orders":[{"externalOrderId":"X-1","totalCost":"x","status":"INITIALIZED","date":"2026-11-30T09:00:00Z",
                    "email":"a@example.org"},
                  {"externalOrderId":"X-2","totalCost":1,"status":"INITIALIZED","date":"2026-11-30T09:00:00Z",
                    "email":"Bad Mail"},
                  {"externalOrderId":17,"totalCost":1,"status":"INITIALIZED"}, 4]}
                """);

        assertThat(answer.at("/results/0/externalOrderId").asString()).isEqualTo("X-1");
        assertThat(answer.at("/results/0/problem/errors/0/field").asString()).isEqualTo("totalCost");
        assertThat(answer.at("/results/1/warnings/0").asString())
                .containsIgnoringCase("email is not an e-mail address and was not used");
        assertThat(answer.at("/results/2/externalOrderId").asString()).isEqualTo("17");
        assertThat(answer.at("/results/3/externalOrderId").isNull()).isTrue();
        var event = answer.at("/results/1/event/id").asString();
        assertThat(api.get("/events/" + event).path("warnings").toString()).contains("was not used");
    }

    @Test
    void shouldFindAnOrderByItsNumberAsTheShopWroteIt() {
        api.post("/orders", ORDER.formatted(" a\\u030a/1 ", "INITIALIZED"));

        assertThat(api.get("/orders/a%CC%8A%2F1").path("status").asString()).isEqualTo("INITIALIZED");
        assertThat(api.get("/orders/%C3%A5%2F1%20").path("status").asString()).isEqualTo("INITIALIZED");
        assertThat(api.items("/events?key=%C3%A5%2F1")).hasSize(1);
    }

    private JsonNode post(String status, String date) {
        return api.post("/orders", """
                {"orders":[{"externalOrderId":"o","status":"%s","date":"%s","totalCost":1,"email":"a@example.org"}]}
                """.formatted(status, date));
    }
}
