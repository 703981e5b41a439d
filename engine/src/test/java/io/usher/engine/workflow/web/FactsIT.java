package io.usher.engine.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.rule.KnownFact;
import io.usher.engine.rule.OperatorChoice;
import io.usher.engine.testing.Api;
import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.TestWorkspaces;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@EngineIT
class FactsIT {

    private final TestWorkspaces workspaces;
    private Api api;

    FactsIT(@Autowired TestWorkspaces workspaces) {
        this.workspaces = workspaces;
    }

    @BeforeEach
    void makeWorkspace() {
        api = workspaces.create().api();
    }

    @Test
    void shouldOfferTimesAsDeclaredListsAndTheEventsKey() {
        // given
        var declared = List.of(
                Map.of("name", "startsAt", "required", false, "type", "time"),
                Map.of("name", "note", "required", false));
        var type = api.post("/event-types", Map.of("key", "shown", "name", "Shown", "params", declared));
        assertThat(type.path("params").path(0).path("type").asString()).isEqualTo("time");
        api.event(Map.of(
                "eventTypeKey",
                "shown",
                "keyValue",
                "S-1",
                "params",
                Map.of("startsAt", 1_798_138_800L, "items", List.of(Map.of("price", 120)))));

        // when
        var facts = api.get("/event-types/shown/facts");

        // then
        assertThat(fact(facts, "event.startsAt").path("type").asString()).isEqualTo("time");
        assertThat(fact(facts, "event.key").path("example").asString()).isEqualTo("S-1");
        var items = facts.path("lists").path(0);
        assertThat(items.path("list").asString()).isEqualTo("event.items");
        assertThat(items.path("facts").path(0).path("fact").asString()).isEqualTo("item.price");
        api.send(
                        "POST",
                        "/event-types",
                        Map.of(
                                "key",
                                "wrong",
                                "params",
                                List.of(Map.of("name", "a", "required", false, "type", "colour"))))
                .expect(400);
    }

    @Test
    void shouldOfferWhatEventsThatStartTheWorkflowCarry() {
        // given
        api.event(Map.of(
                "eventTypeKey",
                "cartLeft",
                "params",
                Map.of("email", "ann@example.com", "city", "Oslo", "items", List.of(Map.of("price", 120)))));
        api.event(Map.of("eventTypeKey", "other", "params", Map.of("elsewhere", "x")));
        api.post("/segments", Map.of("key", "buyers", "name", "Buyers"));
        api.post("/contacts", Map.of("email", "bob@example.com", "fields", Map.of("favouriteSeat", "balcony")));
        var id = api.workflow("Carts");
        api.triggers(id, Map.of("start", List.of(Map.of("eventType", "cartLeft", "reentry", Map.of("mode", "each")))));

        // when
        var facts = api.get("/workflows/" + id + "/facts");

        // then
        assertThat(fact(facts, "event.city").toString())
                .isEqualTo("{\"fact\":\"event.city\",\"label\":\"City\",\"group\":\"event\",\"type\":\"text\","
                        + "\"example\":\"Oslo\",\"choices\":[]}");
        assertThat(fact(facts, "event.items.*.price").path("type").asString()).isEqualTo("number");
        assertThat(fact(facts, "event.elsewhere").isMissingNode()).isTrue();
        assertThat(fact(facts, "contact.firstName").path("group").asString()).isEqualTo("contact");
        assertThat(fact(facts, "contact.fields.favouriteSeat").path("example").asString())
                .isEqualTo("balcony");
        assertThat(fact(facts, "order.status").path("choices")).hasSize(5);
        assertThat(fact(facts, "segment.buyers").path("label").asString()).isEqualTo("Buyers");
        assertThat(fact(facts, "segment.buyers").path("type").asString()).isEqualTo("flag");
        assertThat(fact(facts, "consent.email").path("choices")).hasSize(3);
        assertThat(facts.path("templates").findValuesAsString("insert"))
                .contains("{{ event.city }}", "{{ order.items[0].name }}");
        assertThat(api.get("/event-types/cartLeft/facts").path("facts")).isEqualTo(facts.path("facts"));
    }

    @Test
    void shouldOfferTemplatesWithNamesInQuotesWhereTheyAreNoPlainWords() {
        // given
        api.event(Map.of(
                "eventTypeKey",
                "caseInsert",
                "params",
                Map.of(
                        "EmailAddress",
                        "a@example.org",
                        "order.id",
                        "A-17",
                        "Payment mode",
                        "Card",
                        "$value",
                        29.98,
                        "first-name",
                        "Ada")));

        // when
        var templates = api.get("/event-types/caseInsert/facts").path("templates");

        // then
        assertThat(templates.findValuesAsString("insert"))
                .contains(
                        "{{ event[\"order.id\"] }}",
                        "{{ event[\"Payment mode\"] }}",
                        "{{ event[\"$value\"] }}",
                        "{{ event[\"first-name\"] }}");
    }

    @Test
    void shouldSayWhichOperatorsSuitWhichFacts() {
        // when
        var operators =
                api.get("/workflows/" + api.workflow("Empty") + "/facts").path("operators");

        // then
        assertThat(operators).hasSize(16);
        assertThat(operators.get(0).toString())
                .isEqualTo(
                        "{\"key\":\"equal\",\"label\":\"is\",\"types\":[\"text\",\"number\",\"flag\"],\"value\":\"one\"}");
        for (var type : KnownFact.Type.values()) {
            assertThat(OperatorChoice.all())
                    .filteredOn(each -> each.types().contains(type))
                    .hasSizeGreaterThanOrEqualTo(4);
        }
    }

    @Test
    void shouldAnswerNothingOfWhatIsNotThere() {
        var id = api.workflow("Mine");

        api.send("GET", "/event-types/nothing/facts", null).expect(404);
        workspaces
                .create()
                .api()
                .send("GET", "/workflows/" + id + "/facts", null)
                .expect(404);
    }

    private static JsonNode fact(JsonNode facts, String path) {
        return StreamSupport.stream(facts.path("facts").spliterator(), false)
                .filter(each -> each.path("fact").asString().equals(path))
                .findFirst()
                .orElse(tools.jackson.databind.node.MissingNode.getInstance());
    }
}
