package io.usher.engine.rule.internal;

import static io.usher.engine.rule.internal.Told.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.usher.engine.rule.Operator;
import io.usher.engine.rule.Rule;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SomeTest {

    private static final Rule DEAR = comparison("item.price", Operator.GREATER, 100L);
    private static final Rule TICKET = comparison("item.kind", Operator.EQUAL, "ticket");
    private static final Map<String, Object> EVENT = Map.of(
            "limit", 100L,
            "items",
                    List.of(
                            Map.of("kind", "ticket", "price", 80L, "seats", List.of(Map.of("row", "A"))),
                            Map.of("kind", "drink", "price", 120L, "seats", List.of())),
            "tags", Arrays.asList("early", null, "vip"),
            "empty", List.of(),
            "one", Map.of("price", 120L));

    @Test
    void shouldAskForBothOnTheSameElement() {
        var anywhere = new Rule.All(List.of(
                comparison("event.items.*.price", Operator.GREATER, 100L),
                comparison("event.items.*.kind", Operator.EQUAL, "ticket")));
        var same = new Rule.Some("event.items", new Rule.All(List.of(DEAR, TICKET)));

        assertThat(judge(anywhere).holds()).isTrue();
        assertThat(judge(same))
                .isEqualTo(new Told(
                        false,
                        "none of the 2 elements in event.items fits; the first: item.price is 80, which is not greater"
                                + " than 100"));
    }

    @Test
    void shouldSayWhichElementFits() {
        assertThat(judge(new Rule.Some("event.items", DEAR)))
                .isEqualTo(new Told(
                        true, "element 2 of 2 in event.items fits: item.price is 120, which is greater than 100"));
        assertThat(judge(new Rule.Some(
                                "event.items", new Rule.Comparison("item.price", Operator.LESS, null, "event.limit")))
                        .text())
                .startsWith("element 1 of 2")
                .endsWith("less than event.limit (100)");
    }

    @Test
    void shouldLookAtPlainValuesAndIntoListsOfTheElement() {
        assertThat(judge(new Rule.Some("event.tags", comparison("item", Operator.STARTS_WITH, "V"))))
                .isEqualTo(
                        new Told(true, "element 2 of 2 in event.tags fits: item is \"vip\", which starts with \"V\""));
        var row = new Rule.Some("item.seats", comparison("item.row", Operator.EQUAL, "A"));
        assertThat(judge(new Rule.Some("event.items", new Rule.All(List.of(row, DEAR))))
                        .holds())
                .isFalse();
        assertThat(judge(new Rule.Some("event.items", new Rule.All(List.of(row, TICKET))))
                        .holds())
                .isTrue();
    }

    @Test
    void shouldTellWhenThereIsNoListOrNothingInIt() {
        assertThat(judge(new Rule.Some("event.nothing", DEAR))).isEqualTo(new Told(false, "event.nothing is missing"));
        assertThat(judge(new Rule.Some("event.empty", DEAR)))
                .isEqualTo(new Told(false, "event.empty is an empty list"));
        assertThat(judge(new Rule.Some("event.one", DEAR)))
                .isEqualTo(new Told(false, "event.one is an object with 1 field, which is no list"));
        assertThat(judge(new Rule.Some("event.limit", DEAR)))
                .isEqualTo(new Told(false, "event.limit is 100, which is no list"));
    }

    @Test
    void shouldTurnAVerdictRoundAndKeepItsReason() {
        assertThat(judge(new Rule.Not(new Rule.Some("event.items", DEAR))).holds())
                .isFalse();
        assertThat(judge(new Rule.Not(comparison("event.limit", Operator.EQUAL, 5L))))
                .isEqualTo(new Told(true, "event.limit is 100, which is not equal to 5"));
        assertThat(judge(new Rule.Not(new Rule.Not(DEAR))).holds())
                .isEqualTo(judge(DEAR).holds());
    }

    @Test
    void shouldLoadTheListButNotItsElements() {
        var rule = new Rule.Not(new Rule.Some(
                "order.items", new Rule.Comparison("item.price", Operator.GREATER, null, "contact.limit")));

        assertThat(Roots.of(rule)).isEqualTo(Set.of("order", "contact"));
    }

    @Test
    void shouldStayLinearInTheListAndRefuseToCompareEachWithEach() {
        var many = new ArrayList<Object>(Collections.nCopies(20_000, Map.of("price", 1L)));
        var tree = Map.<String, Object>of("event", Map.of("a", many, "b", many, "limit", 5L));
        var where = new Rule.Any(
                Collections.nCopies(99, new Rule.Comparison("item.price", Operator.GREATER, null, "event.limit")));

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(new Judge(tree, ZoneOffset.UTC)
                            .judge(new Rule.Some("event.a", where))
                            .holds())
                    .isFalse();
            assertThat(told(
                            new Judge(tree, ZoneOffset.UTC),
                            new Rule.Comparison("event.a.*.price", Operator.GREATER, null, "event.b.*.price")))
                    .isEqualTo(new Told(
                            false,
                            "event.a.*.price (20,000 values) and event.b.*.price (20,000 values) are too many to compare"
                                    + " each with each"));
        });
    }

    @Test
    void shouldNotCompareEachElementOfALongListWithAnotherLongList() {
        var numbers = new ArrayList<Object>();
        var others = new ArrayList<Object>();
        for (int i = 0; i < 20_000; i++) {
            numbers.add("T-" + i);
            others.add("S-" + i);
        }
        var tree = Map.<String, Object>of("event", Map.of("tickets", numbers, "known", others));
        var known = new Rule.Comparison("item", Operator.ONE_OF, null, "event.known");

        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(told(new Judge(tree, ZoneOffset.UTC), new Rule.Some("event.tickets", known)))
                        .satisfies(verdict -> {
                            assertThat(verdict.holds()).isFalse();
                            assertThat(verdict.text()).contains("too many to compare each with each");
                        }));
    }

    private static Told judge(Rule rule) {
        return told(new Judge(Map.of("event", EVENT), ZoneOffset.UTC), rule);
    }

    private static Rule comparison(String fact, Operator operator, Object value) {
        return new Rule.Comparison(fact, operator, value, null);
    }
}
