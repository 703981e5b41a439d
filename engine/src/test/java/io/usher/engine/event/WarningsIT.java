package io.usher.engine.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.shared.Ids;
import io.usher.engine.testing.Api;
import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.TestWorkspaces;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@EngineIT
class WarningsIT {

    @Autowired
    private TestWorkspaces workspaces;

    private Api api;

    @BeforeEach
    void workspace() {
        api = workspaces.create().api();
    }

    @Test
    void shouldShowInTheHistoryWhatTheSenderWasWarnedOf() {
        var answer = send("caseWarn", Map.of("EmailAddress", "Bad Mail"));

        var kept = api.get("/events/" + answer.path("id").asString()).path("warnings");
        assertThat(kept.toString()).contains("EmailAddress is not an e-mail address and was not used");
        assertThat(kept).isEqualTo(answer.path("warnings"));
    }

    @Test
    void shouldSayWhichParamsOfAnEventAboutNobodyLookLikeAnAddress() {
        var nobody = send("bought", Map.of("billing", Map.of("email", "ada@example.org"), "seat", "A 7"));
        var somebody = send(
                "bought", Map.of("billing", Map.of("email", "ada@example.org"), "EmailAddress", "ada@example.org"));

        assertThat(api.get("/events/" + nobody.path("id").asString())
                        .path("warnings")
                        .toString())
                .contains("No contact: billing.email looks like an address but was not read");
        assertThat(somebody.path("warnings")).isEmpty();
    }

    @Test
    void shouldKeepTwentyWarningsAtMostAndCountTheRest() {
        var fields = new StringBuilder("{\"eventTypeKey\":\"t\"");
        for (int i = 0; i < 100; i++) {
            fields.append(",\"x").append(i).append("\":1");
        }

        var warnings = api.post("/event", fields.append('}').toString()).path("warnings");

        assertThat(warnings).hasSize(20);
        assertThat(warnings.get(19).asString()).isEqualTo("and 81 more");
    }

    @Test
    void shouldTakeATypesKeyTrimmed() {
        send("orderPaid", Map.of());
        var answer = send(" order\u200bPaid ", Map.of("EmailAddress", "a@example.org"));

        assertThat(api.get("/event-types").path("items")).hasSize(1);
        assertThat(api.get("/events/" + answer.path("id").asString())
                        .path("eventTypeKey")
                        .asString())
                .isEqualTo("orderPaid");
        assertThat(answer.path("warnings").toString()).contains("taken as");
    }

    @Test
    void shouldPointOutATypeThatLooksLikeAnotherUntilSomebodySavesIt() {
        send("orderPaid", Map.of());
        for (var alike : List.of("order_paid", "OrderPaid", "orderP\u0430id")) {
            var answer = send(alike, Map.of());

            assertThat(answer.path("warnings").toString()).contains("looks like orderPaid");
            assertThat(api.get("/events/" + answer.path("id").asString())
                            .path("warnings")
                            .toString())
                    .contains("looks like orderPaid");
        }
        var listed = api.items("/event-types?search=order_paid").get(0);
        assertThat(listed.path("lookalikeOf").asString()).isEqualTo("orderPaid");
        assertThat(api.get("/event-types/orderPaid").path("lookalikeOf").isNull())
                .isTrue();

        api.put("/event-types/order_paid", Map.of("name", "Paid, old shop"));

        assertThat(api.get("/event-types/order_paid").path("lookalikeOf").isNull())
                .isTrue();
        assertThat(api.post("/event-types", Map.of("key", "order-paid", "name", "x"))
                        .path("lookalikeOf")
                        .asString())
                .isEqualTo("orderPaid");
        api.delete("/event-types/orderPaid");
        assertThat(api.get("/event-types/order-paid").path("lookalikeOf").isNull())
                .isTrue();
    }

    @Test
    void shouldCleanNamesOfWorkflowsTagsSegmentsAndDeclaredParams() {
        var workflow = api.post("/workflows", Map.of("name", " Re\u200bminder ", "tags", List.of("vip\u00a0")));
        assertThat(workflow.path("name").asString()).isEqualTo("Reminder");
        assertThat(workflow.at("/tags/0").asString()).isEqualTo("vip");
        assertThat(api.post("/segments", Map.of("key", " vip ", "name", "\ufeffVIP"))
                        .path("key")
                        .asString())
                .isEqualTo("vip");
        var type = api.post(
                "/event-types",
                Map.of("key", Ids.random(), "params", List.of(Map.of("name", "seat\u200b", "required", false))));
        assertThat(type.at("/params/0/name").asString()).isEqualTo("seat");
        assertThat(api.send("POST", "/segments", Map.of("key", "c", "name", "a\u0007"))
                        .status())
                .isEqualTo(400);
    }

    private JsonNode send(String type, Map<String, Object> params) {
        return api.post("/event", Map.of("eventTypeKey", type, "params", params));
    }
}
