package io.usher.engine.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.message.Renderer;
import io.usher.engine.message.internal.template.PlainRenderer;
import io.usher.engine.rule.KnownFact;
import io.usher.engine.rule.KnownFact.Type;
import io.usher.engine.rule.SeenFacts;
import io.usher.engine.workflow.internal.TemplateMenu.Insert;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateMenuTest {

    private static final Renderer RENDERER = PlainRenderer.create();

    @Test
    void shouldOfferFactsAsLiquid() {
        var inserts = TemplateMenu.of(List.of(
                KnownFact.of("event.city", "City", Type.TEXT),
                KnownFact.of("event.tags", "Tags", Type.LIST),
                KnownFact.of("consent.email", "Consent to e-mail", Type.TEXT),
                KnownFact.of("order.items.*.name", "Any item's name", Type.TEXT)));

        assertThat(inserts)
                .contains(
                        new Insert("{{ event.city }}", "City", "event"),
                        new Insert("{{ event.tags | join: \", \" }}", "Tags", "event"),
                        new Insert("{{ consent.email }}", "Consent to e-mail", "consent"),
                        new Insert("{{ order.items[0].name }}", "First item's name", "order"));
    }

    @Test
    void shouldQuoteNamesThatAreNoPlainWords() {
        var inserts = TemplateMenu.of(new SeenFacts("event")
                .add(Map.of("order.id", "A-17", "$value", 29.98, "say \"hi\"", "x"))
                .addName("first-name", null)
                .facts());

        assertThat(inserts)
                .extracting(Insert::insert)
                .contains(
                        "{{ event[\"order.id\"] }}",
                        "{{ event[\"$value\"] }}",
                        "{{ event['say \"hi\"'] }}",
                        "{{ event[\"first-name\"] }}");
    }

    @Test
    void shouldOfferOnlyWhatRenders() {
        var params = new LinkedHashMap<String, Object>();
        params.put("order.id", "value");
        params.put("Payment mode", "value");
        params.put("$value", "value");
        params.put("first-name", "value");
        params.put("f\u00f6rnamn", "value");
        params.put("2nd", "value");
        params.put("a[0]", "value");
        params.put("it's", "value");
        params.put("a \"b\"", "value");
        params.put("\"both\" it's", "value");
        params.put("a}}b", "value");
        params.put("line\nbreak", "value");
        params.put("size", "value");
        params.put("empty", "value");
        params.put("order", Map.of("no", "value", "deep.er", Map.of("x y", "value")));
        params.put("items", List.of(Map.of("unit.price", "value", "name", "value")));
        params.put("tags", List.of("value"));
        var facts = new HashMap<String, Object>();
        facts.put("event", params);
        facts.put("contact", Map.of("firstName", "value", "fields", Map.of("favourite seat", "value")));
        facts.put(
                "order",
                Map.of("totalCost", new BigDecimal("1"), "items", List.of(Map.of("name", "value", "quantity", 1L))));

        var known = new ArrayList<>(new SeenFacts("event").add(params).facts());
        known.addAll(new SeenFacts("contact.fields")
                .add(Map.of("favourite seat", "value"))
                .facts());
        var inserts = TemplateMenu.of(known);

        assertThat(inserts).hasSizeGreaterThan(18);
        assertThat(inserts).allSatisfy(piece -> {
            assertThat(RENDERER.check(piece.insert())).as(piece.insert()).isEmpty();
            assertThat(RENDERER.text(piece.insert(), Renderer.Context.of(facts, ZoneOffset.UTC, Locale.ENGLISH)))
                    .as(piece.insert())
                    .matches("value|.*1.*");
        });
    }

    @Test
    void shouldOfferNothingOfSegmentsAndOfNamesThatCannotBeWritten() {
        var inserts = TemplateMenu.of(List.of(
                new KnownFact(List.of("event", "\"a\" it's"), "event.\"a\" it's", "Both", Type.TEXT, null, List.of()),
                KnownFact.of("segment.buyers", "Buyers", Type.FLAG)));

        assertThat(inserts)
                .extracting(Insert::label)
                .doesNotContain("Both", "Buyers")
                .isNotEmpty();
    }
}
