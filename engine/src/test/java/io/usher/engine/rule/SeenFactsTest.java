package io.usher.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.rule.KnownFact.Type;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SeenFactsTest {

    private final SeenFacts seen = new SeenFacts("event");

    @Test
    void shouldFlattenObjectsAndLists() {
        // when
        seen.add(Map.of("address", Map.of("zipCode", "11122")));
        seen.add(Map.of("items", List.of(Map.of("price", 120L), Map.of("SKU", "T-1"))));
        seen.add(Map.of("tags", List.of("vip", "new")));

        // then
        assertThat(fact("event.address.zipCode").label()).isEqualTo("Address: zip code");
        assertThat(fact("event.items.*.price"))
                .isEqualTo(KnownFact.of("event.items.*.price", "Any of items: price", Type.NUMBER, 120L));
        assertThat(fact("event.items.*.SKU").label()).isEqualTo("Any of items: SKU");
        assertThat(fact("event.tags")).isEqualTo(KnownFact.of("event.tags", "Tags", Type.LIST, "vip"));
        assertThat(seen.facts()).hasSize(4);
    }

    @Test
    void shouldGuessTypesFromValues() {
        // when
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("total", new BigDecimal("12.50"));
        values.put("asText", "12.50");
        values.put("article", "00123");
        values.put("phone", "+46701234567");
        values.put("paid", true);
        values.put("paidText", "false");
        values.put("day", "2026-03-01");
        values.put("at", "2026-03-01T10:00:00+02:00");
        values.put("city", "Oslo");
        values.put("nothing", null);
        seen.add(values);

        // then
        assertThat(seen.facts())
                .extracting(KnownFact::type)
                .containsExactly(
                        Type.NUMBER,
                        Type.NUMBER,
                        Type.TEXT,
                        Type.TEXT,
                        Type.FLAG,
                        Type.FLAG,
                        Type.TIME,
                        Type.TIME,
                        Type.TEXT);
    }

    @Test
    void shouldMakeATextOfValuesThatDiffer() {
        seen.add(Map.of("code", 12L)).add(Map.of("code", "A-12"));

        assertThat(fact("event.code").type()).isEqualTo(Type.TEXT);
        assertThat(fact("event.code").example()).isEqualTo(12L);
    }

    @Test
    void shouldCutExamplesAndKeepWithinItsLimits() {
        // when
        var many = new LinkedHashMap<String, Object>();
        many.put("long", "x".repeat(500));
        for (int i = 0; i < 300; i++) {
            many.put("param" + i, i);
        }
        seen.add(many);

        // then
        assertThat(seen.facts()).hasSize(200);
        assertThat(fact("event.long").example().toString()).hasSize(60).endsWith("…");
    }

    @Test
    void shouldLeaveOutNamesThatNoPathCanHold() {
        seen.add(Map.of("", 1, "a..b", 1, ".", 1, "*", 1, "a.b", 1));

        assertThat(seen.facts()).extracting(KnownFact::path).containsExactly("event.a.b");
    }

    @Test
    void shouldOfferDeclaredNamesWithoutAnyEvent() {
        seen.add(Map.of("city", "Oslo")).addName("city", null).addName("cartUrl", null);

        assertThat(fact("event.city").example()).isEqualTo("Oslo");
        assertThat(fact("event.cartUrl").label()).isEqualTo("Cart url");
    }

    private KnownFact fact(String path) {
        return seen.facts().stream()
                .filter(each -> each.path().equals(path))
                .findFirst()
                .orElseThrow();
    }
}
