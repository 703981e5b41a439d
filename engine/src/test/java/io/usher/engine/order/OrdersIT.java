package io.usher.engine.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.platform.crash.CrashPoints;
import io.usher.engine.testing.Api;
import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.TestWorkspaces;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

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

    private Api api;

    @BeforeEach
    void workspace() {
        api = workspaces.create().api();
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
    void shouldMarkTheEventOfAHistoricOrder() {
        api.post(
                "/orders",
                ORDER.formatted("old", "DELIVERED").replace("\"firstName\"", "\"history\":true,\"firstName\""));

        assertThat(api.items("/events?key=old").get(0).path("history").asBoolean())
                .isTrue();
    }
}
