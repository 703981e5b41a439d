package io.usher.engine.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.rule.KnownFact;
import io.usher.engine.rule.KnownFact.Type;
import io.usher.engine.workflow.internal.TemplateMenu.Insert;
import java.util.List;
import org.junit.jupiter.api.Test;

class TemplateMenuTest {

    @Test
    void shouldOfferFactsAsLiquid() {
        var inserts = TemplateMenu.of(List.of(
                KnownFact.of("event.city", "City", Type.TEXT),
                KnownFact.of("order.items.*.name", "Any item's name", Type.TEXT)));

        assertThat(inserts)
                .contains(
                        new Insert("{{ event.city }}", "City", "event"),
                        new Insert("{{ order.items[0].name }}", "First item's name", "order"));
    }

    @Test
    void shouldOfferNothingThatWouldNotBeReadable() {
        var inserts = TemplateMenu.of(List.of(
                KnownFact.of("event.Order no", "Order no", Type.TEXT),
                KnownFact.of("event.tags", "Tags", Type.LIST),
                KnownFact.of("segment.buyers", "Buyers", Type.FLAG)));

        assertThat(inserts)
                .extracting(Insert::label)
                .doesNotContain("Order no", "Tags", "Buyers")
                .isNotEmpty();
    }
}
