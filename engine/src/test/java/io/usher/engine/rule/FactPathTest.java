package io.usher.engine.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.usher.engine.shared.Params;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FactPathTest {

    @Test
    void shouldTakeTheLongestNameThatLeadsToSomething() {
        var tree = new HashMap<String, @Nullable Object>();
        tree.put("order.id", 1L);
        tree.put("order", Map.of("id", 2L, "id.x", 3L, "sum", 4L));
        tree.put("order.sum", null);

        assertThat(new FactPath("order.id").values(tree)).containsExactly(1L);
        assertThat(new FactPath("order.id.x").values(tree)).containsExactly(3L);
        assertThat(new FactPath("order.sum").values(tree)).containsExactly(4L);
        assertThat(new FactPath("order.nothing").values(tree)).isEmpty();
        assertThat(new FactPath("order.id").values(Map.of("order.id.x", 1L))).isEmpty();
    }

    @Test
    void shouldLeadIntoListsByNumberAndStar() {
        var tree = Map.of("items", Arrays.asList(Map.of("a.b", 1L), null, Map.of("a", Map.of("b", 2L))));

        assertThat(new FactPath("items.0.a.b").values(tree)).containsExactly(1L);
        assertThat(new FactPath("items.*.a.b").values(tree)).containsExactly(1L, 2L);
        assertThat(new FactPath("items.7.a").values(tree)).isEmpty();
        assertThat(new FactPath("items.-1.a").values(tree)).isEmpty();
        assertThat(new FactPath("items.9999999999").values(tree)).isEmpty();
    }

    @Test
    void shouldStayLinearInWhatItLeadsInto() {
        var names = "n.".repeat(400) + "n";
        var list = new ArrayList<Object>();
        for (int i = 0; i < 2_000; i++) {
            list.add(Map.of("n.n.n.n.n.n.n.n", Map.of("x", 1L), names.substring(0, 99), 2L));
        }
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
            for (int i = 0; i < 100; i++) {
                new FactPath("items.*." + names).values(Map.of("items", list));
            }
        });
    }

    @Test
    void shouldTakeTheEventsKeyForKeyWhateverAParamIsCalled() {
        var facts = new EventFacts("e-1", params(Map.of("key", "param", "city", "Oslo")));

        assertThat(facts.text("key")).isEqualTo("e-1");
        assertThat(facts.text("params.key")).isEqualTo("param");
        assertThat(facts.text("city")).isEqualTo("Oslo");
        assertThat(new EventFacts(null, params(Map.of("key", "param"))).text("key"))
                .isNull();
        assertThat(new EventFacts(null, params(Map.of("key", "param"))).text("params.key"))
                .isEqualTo("param");
        assertThat(new EventFacts("e-1", Params.EMPTY).text("key")).isEqualTo("e-1");
    }

    @Test
    void shouldReachAParamNamedKeyBesideOneNamedParams() {
        var facts = new EventFacts("e-1", params(Map.of("key", "hidden", "params", Map.of("city", "Oslo"))));

        assertThat(facts.text("params.key")).isEqualTo("hidden");
        assertThat(facts.text("params.city")).isEqualTo("Oslo");
    }

    @Test
    void shouldGiveTheSameTextForTheSameNumber() {
        var values = new LinkedHashMap<String, Object>();
        values.put("a", 17L);
        values.put("b", new BigDecimal("17.00"));
        values.put("order.id", "17");
        values.put("items", List.of(Map.of("id", 17L)));
        var facts = EventFacts.of(params(values));

        assertThat(List.of("a", "b", "order.id", "items.0.id"))
                .allSatisfy(path -> assertThat(facts.text(path)).isEqualTo("17"));
        assertThat(facts.text("items.*.id")).isNull();
    }

    private static Params params(Map<String, Object> values) {
        return new Params(new LinkedHashMap<>(values));
    }
}
