package io.usher.engine.rule.internal;

import static io.usher.engine.rule.internal.Told.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.rule.Operator;
import io.usher.engine.rule.Rule;
import io.usher.engine.shared.Keyed;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JudgeTest {

    private static final Map<String, Object> EVENT = event();
    private static final Values VALUES = new Values(ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            total     | equal            | 130                  | true
            total     | equal            | 130.0                | true
            total     | not-equal        | 131                  | true
            total     | greater          | 120                  | true
            total     | greater          | 130                  | false
            total     | greater-or-equal | 130                  | true
            total     | less             | 130.01               | true
            total     | less-or-equal    | 129.99               | false
            totalText | greater          | 99                   | true
            totalText | less             | 99                   | false
            city      | equal            | Oslo                 | true
            city      | equal            | oslo                 | false
            city      | not-equal        | Bergen               | true
            city      | contains         | SL                   | true
            city      | not-contains     | x                    | true
            city      | starts-with      | os                   | true
            city      | ends-with        | LO                   | true
            city      | ends-with        | os                   | false
            city      | greater          | 5                    | false
            city      | less             | 5                    | false
            paid      | equal            | true                 | true
            when      | after            | 2026-05-01           | true
            when      | before           | 2026-05-01T22:00:00Z | true
            when      | equal            | 2026-05-01T20:00:00Z | true
            when      | greater          | 2026-05-01T19:59:59Z | true
            tags      | contains         | vip                  | true
            tags      | contains         | vi                   | false
            tags      | not-contains     | gone                 | true
            tags      | equal            | vip                  | false
            absent    | equal            | 1                    | false
            absent    | greater          | 1                    | false
            absent    | not-equal        | 1                    | true
            absent    | not-contains     | a                    | true
            nothing   | equal            | 1                    | false
            nothing   | not-equal        | 1                    | true
            """)
    void shouldCompareByTheKindOfTheValues(String name, String operator, String value, boolean holds) {
        var typed = value.matches("[\\d.]+") ? new BigDecimal(value) : (Object) value;

        assertThat(judge("event." + name, operator, typed).holds()).isEqualTo(holds);
    }

    @Test
    void shouldFindValuesInListsAndMapsByStar() {
        assertThat(judge("event.items.*.price", "greater", 100L))
                .isEqualTo(new Told(true, "one of event.items.*.price is 120, which is greater than 100"));
        assertThat(judge("event.items.*.price", "greater", 200L))
                .isEqualTo(new Told(false, "none of event.items.*.price (10, 120) is greater than 200"));
        assertThat(judge("event.byId.*.price", "equal", 7L).holds()).isTrue();
        assertThat(judge("event.items.*.price", "not-equal", 10L).holds()).isFalse();
        assertThat(judge("event.items.*.price", "not-equal", 11L).holds()).isTrue();
        assertThat(judge("event.items.1.price", "equal", 120L).holds()).isTrue();
        assertThat(judge("event.items.2.price", "exists", null).holds()).isFalse();
        assertThat(judge("event.absent.*.price", "equal", 1L))
                .isEqualTo(new Told(false, "there is no event.absent.*.price"));
    }

    @Test
    void shouldFindNamesThatContainDots() {
        assertThat(judge("event.utm.source", "equal", "mail").holds()).isTrue();
        assertThat(judge("event.utm.deep.er.x", "equal", 1L).holds()).isTrue();
        assertThat(judge("event.utm.medium", "equal", "cpc").holds()).isTrue();
        assertThat(judge("event.Total", "exists", null).holds()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Operator.class)
    void shouldHoldOnMissingFactsOnlyWhenMissingOrNegative(Operator operator) {
        var rule = new Rule.Comparison("event.absent", operator, operator.alone() ? null : List.of("a"), null);

        boolean expected = operator == Operator.MISSING || operator.denied().isPresent();

        assertThat(new Judge(Map.of("event", EVENT), ZoneOffset.UTC).judge(rule).holds())
                .isEqualTo(expected);
    }

    @Test
    void shouldCompareWithAnotherFact() {
        var tree = Map.<String, Object>of("event", Map.of("eventId", "e7"), "start", Map.of("eventId", "e7"));
        var same = new Rule.Comparison("event.eventId", Operator.EQUAL, null, "start.eventId");
        var absent = new Rule.Comparison("event.eventId", Operator.EQUAL, null, "start.other");

        assertThat(told(new Judge(tree, ZoneOffset.UTC), same))
                .isEqualTo(new Told(true, "event.eventId is \"e7\", which is equal to start.eventId (\"e7\")"));
        assertThat(told(new Judge(tree, ZoneOffset.UTC), absent))
                .isEqualTo(new Told(false, "start.other is missing, so event.eventId cannot be compared with it"));
    }

    @Test
    void shouldSayWhatDecided() {
        var high = comparison("event.total", Operator.GREATER, 120L);
        var oslo = comparison("event.city", Operator.ONE_OF, List.of("Oslo", "Bergen"));
        var rich = comparison("event.total", Operator.GREATER, 500L);

        assertThat(judge(high).text()).isEqualTo("event.total is 130, which is greater than 120");
        assertThat(judge(oslo).text()).isEqualTo("event.city is \"Oslo\", which is one of \"Oslo\", \"Bergen\"");
        assertThat(judge(new Rule.All(List.of(high, rich, oslo))))
                .isEqualTo(new Told(false, "event.total is 130, which is not greater than 500"));
        assertThat(judge(new Rule.Any(List.of(rich, oslo))).text()).startsWith("event.city is \"Oslo\"");
        assertThat(judge(new Rule.All(List.of(high, oslo))).text())
                .isEqualTo("event.total is 130, which is greater than 120 and event.city is \"Oslo\", which is one of"
                        + " \"Oslo\", \"Bergen\"");
        assertThat(judge(comparison("event.city", Operator.NOT_EQUAL, "Oslo")))
                .isEqualTo(new Told(false, "event.city is \"Oslo\", which is equal to \"Oslo\""));
        assertThat(judge(new Rule.All(List.of())).holds()).isTrue();
        assertThat(judge(new Rule.Any(List.of())).holds()).isFalse();
        assertThat(judge("event.absent", "missing", null)).isEqualTo(new Told(true, "event.absent is missing"));
    }

    @Test
    void shouldOrderNumbersAsDecimalsHoweverTheyAreWritten() {
        var random = new Random(4);
        for (int i = 0; i < 5_000; i++) {
            var left = new BigDecimal(random.nextInt(-500, 500)).movePointLeft(random.nextInt(4));
            var right = random.nextInt(5) == 0 ? left : new BigDecimal(random.nextInt(-500, 500)).movePointLeft(2);
            int order = left.compareTo(right);

            for (Object one : forms(left, random)) {
                assertThat(VALUES.holds(Operator.LESS, one, right))
                        .as("%s < %s", one, right)
                        .isEqualTo(order < 0);
                assertThat(VALUES.holds(Operator.GREATER_OR_EQUAL, one, right))
                        .as("%s >= %s", one, right)
                        .isEqualTo(order >= 0);
                assertThat(VALUES.holds(Operator.EQUAL, one, right))
                        .as("%s = %s", one, right)
                        .isEqualTo(order == 0);
                assertThat(VALUES.equal(one, right)).isEqualTo(VALUES.equal(right, one));
            }
        }
    }

    @Test
    void shouldNotExpandHugeNumbers() {
        assertThat(VALUES.holds(Operator.GREATER, "1e999999999", 1L)).isFalse();
        assertThat(Values.number("1".repeat(5_000))).isEmpty();
    }

    private static Object[] forms(BigDecimal number, Random random) {
        var trailing = number.setScale(number.scale() + random.nextInt(3));
        return new Object[] {number, trailing, number.toPlainString(), " " + trailing.toPlainString() + " "};
    }

    private static Told judge(String fact, String operator, Object value) {
        return judge(comparison(fact, Keyed.stored(Operator.class, operator), value));
    }

    private static Told judge(Rule rule) {
        return told(new Judge(Map.of("event", EVENT), ZoneOffset.UTC), rule);
    }

    private static Rule comparison(String fact, Operator operator, Object value) {
        return new Rule.Comparison(fact, operator, value, null);
    }

    private static Map<String, Object> event() {
        var event = new HashMap<String, Object>();
        event.put("total", 130L);
        event.put("totalText", "130");
        event.put("city", "Oslo");
        event.put("paid", true);
        event.put("when", "2026-05-01T22:00:00+02:00");
        event.put("tags", Arrays.asList("vip", null, "early"));
        event.put("nothing", null);
        event.put("items", List.of(Map.of("price", 10L), Map.of("price", 120L)));
        event.put("byId", Map.of("sku-1", Map.of("price", 7L)));
        event.put("utm.source", "mail");
        var utm = new LinkedHashMap<String, Object>();
        utm.put("deep.er", Map.of("x", 1L));
        utm.put("medium", "cpc");
        event.put("utm", utm);
        return event;
    }
}
