package io.usher.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.rule.KnownFact.Type;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListFactTest {

    @Test
    void shouldOfferTheFactsOfOneElement() {
        var seen = new SeenFacts("event")
                .add(Map.of("items", List.of(Map.of("price", 120L, "seats", List.of(Map.of("row", "A"))))))
                .add(Map.of("tags", List.of("vip")));

        var lists = ListFact.of(seen.facts());

        assertThat(lists).extracting(ListFact::path).containsExactlyInAnyOrder("event.items", "event.tags");
        assertThat(list(lists, "event.items").label()).isEqualTo("Items");
        assertThat(list(lists, "event.items").items())
                .contains(KnownFact.of("item.price", "Price", Type.NUMBER, 120L))
                .anySatisfy(fact -> assertThat(fact.path()).isEqualTo("item.seats.*.row"));
        assertThat(list(lists, "event.tags").items()).containsExactly(KnownFact.of("item", "Value", Type.TEXT, "vip"));
    }

    @Test
    void shouldNameWhatIsAnyItems() {
        var lists = ListFact.of(List.of(KnownFact.of("order.items.*.cost", "Any item's price", Type.NUMBER)));

        assertThat(lists)
                .containsExactly(
                        new ListFact("order.items", "Items", List.of(KnownFact.of("item.cost", "Price", Type.NUMBER))));
    }

    private static ListFact list(List<ListFact> lists, String path) {
        return lists.stream()
                .filter(list -> list.path().equals(path))
                .findFirst()
                .orElseThrow();
    }
}
