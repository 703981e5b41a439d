package io.usher.engine.rule.internal;

import static io.usher.engine.rule.internal.Told.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.rule.Operator;
import io.usher.engine.rule.Rule;
import io.usher.engine.shared.Keyed;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What a decision says: it never tells a comparison that was not made, and never contradicts itself. */
class SentencesTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        ["vip"]              | equal        | "vip"  | is a list ("vip"), which is compared with contains
        ["vip"]              | one-of       | ["vip"] | is a list ("vip"), which is compared with contains
        ["vip"]              | not-equal    | "vip"  | is a list ("vip"), which is compared with contains
        ["vip"]              | contains     | "vip"  | is a list ("vip"), which contains "vip"
        ["vip"]              | contains     | "new"  | is a list ("vip"), which does not contain "new"
        ["vip"]              | starts-with  | "v"    | is a list ("vip"), which is no text
        []                   | equal        | "vip"  | is an empty list, which is compared with contains
        {"a":1,"b":2}        | equal        | "vip"  | is an object with 2 fields, which is compared by its fields
        {"a":1}              | contains     | "a"    | is an object with 1 field, which is neither text nor list
        "120,00"             | greater      | 100    | is "120,00", which is no number
        "120,00"             | equal        | 120    | is "120,00", which is no number
        "120,00"             | one-of       | [120]  | is "120,00", which is no number
        [120]                | greater      | 100    | is a list (120), which is no number
        120                  | greater      | 100    | is 120, which is greater than 100
        " 120 "              | equal        | 120    | is " 120 ", which is equal to 120
        true                 | greater      | 1      | is yes/no (true), which is no number
        true                 | equal        | "yes"  | is yes/no (true), which is compared with true or false
        "yes"                | equal        | true   | is "yes", which is neither true nor false
        true                 | equal        | "TRUE" | is true, which is equal to "TRUE"
        true                 | contains     | "t"    | is yes/no (true), which is neither text nor list
        1200                 | contains     | "20"   | is 1200, which is neither text nor list
        1200                 | starts-with  | "1"    | is 1200, which is no text
        "soon"               | before       | "2026-12-25T00:00:00Z" | is "soon", which is no time
        5                    | after        | "2026-12-25T00:00:00Z" | is 5, which is no time
        "soon"               | greater      | "2026-12-25T00:00:00Z" | is "soon", which is no time
        "2026-12-24 19:00"   | before       | "2026-12-24T18:30:00Z" | is "2026-12-24 19:00", a time without zone (read in Europe/Stockholm), which is before "2026-12-24T18:30:00Z"
        "2026-12-24 19:00:00 UTC" | before  | "2026-12-24T18:30:00Z" | is "2026-12-24 19:00:00 UTC", which is not before "2026-12-24T18:30:00Z"
        "2026-12-24"         | before       | "2026-12-24T00:30:00+01:00" | is "2026-12-24", a date without zone (read from 00:00 in Europe/Stockholm), which is before "2026-12-24T00:30:00+01:00"
        1798138800           | after        | "2026-12-24" | is 1798138800 (24 Dec 2026, 19:00:00), which is after "2026-12-24" (read in Europe/Stockholm)
        "1798138800000"      | after        | "2026-12-25" | is "1798138800000" (24 Dec 2026, 19:00:00), which is not after "2026-12-25" (read in Europe/Stockholm)
        "2026-12-24 19:00"   | equal        | "2026-12-24T18:00:00Z" | is "2026-12-24 19:00", a time without zone (read in Europe/Stockholm), which is equal to "2026-12-24T18:00:00Z"
        ""                   | exists       |        | is an empty text
        "  "                 | missing      |        | is an empty text
        []                   | exists       |        | is an empty list
        {}                   | missing      |        | is an empty object
        ["vip"]              | exists       |        | is a list ("vip")
        """)
    void shouldTellTheTruthAboutTypes(String value, String operator, @Nullable String right, String sentence) {
        var comparison = new Rule.Comparison(
                "event.x", Keyed.stored(Operator.class, operator), right == null ? null : json(right), null);

        assertThat(judge(comparison, json(value), null).text()).isEqualTo("event.x " + sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        null     | false
        ""       | false
        "  "     | false
        []       | false
        {}       | false
        "a"      | true
        0        | true
        false    | true
        [null]   | true
        [""]     | true
        """)
    void shouldBeSetOnlyWhenThereIsSomething(String value, boolean set) {
        var there = new Rule.Comparison("event.x", Operator.EXISTS, null, null);
        var missing = new Rule.Comparison("event.x", Operator.MISSING, null, null);

        assertThat(judge(there, json(value), null).holds()).isEqualTo(set);
        assertThat(judge(missing, json(value), null).holds()).isEqualTo(!set);
    }

    @Test
    void shouldSayWhatTheOtherFactIs() {
        assertThat(compared(Operator.EQUAL, "Oslo", List.of("Oslo")))
                .isEqualTo(
                        "start.y is a list (\"Oslo\"), which is no single value, so event.x (\"Oslo\") is not compared"
                                + " with it");
        assertThat(compared(Operator.GREATER, 5L, "many"))
                .isEqualTo(
                        "start.y is \"many\", which is neither a number nor a time, so event.x (5) is not compared with"
                                + " it");
        assertThat(compared(Operator.ONE_OF, "Oslo", List.of("Oslo", "Rome"))).contains("which is one of start.y");
        assertThat(compared(Operator.ONE_OF, "Oslo", List.of()))
                .isEqualTo("start.y is an empty list, so event.x is none of it");
    }

    @Test
    void shouldSayThatAPartOfManyWasNotCompared() {
        var tree = tree(Map.of("x", List.of(Map.of("p", "12,00"), Map.of("p", 120L))), Map.of());
        var rule = new Rule.Comparison("event.x.*.p", Operator.GREATER, 200L, null);

        assertThat(told(new Judge(tree, STOCKHOLM), rule).text())
                .isEqualTo("none of event.x.*.p (\"12,00\", 120) is greater than 200; \"12,00\" is no number");
    }

    @Test
    void shouldSayThatADifferenceIsNotSeen() {
        var note = "; they differ in what is not seen here";

        assertThat(value("vip\u200b", Operator.EQUAL, "vip")).endsWith(note);
        assertThat(value("a".repeat(80), Operator.EQUAL, "a".repeat(81))).endsWith(note);
        assertThat(value("Cafe\u0301", Operator.EQUAL, "Caf\u00e9")).endsWith(note);
        assertThat(value("a\u00a0b", Operator.CONTAINS, "a b")).endsWith(note);
        assertThat(value(List.of("vip\u200b"), Operator.CONTAINS, "vip")).endsWith(note);
        assertThat(compared(Operator.EQUAL, Map.of("a", 1L), Map.of("a", 2L))).endsWith(note);
        assertThat(value("Rome", Operator.EQUAL, "Oslo")).doesNotContain(note);
    }

    static Stream<Operator> comparing() {
        return Stream.of(Operator.values()).filter(operator -> !operator.alone());
    }

    /** Every operator between every two kinds of value: no sentence says the contrary of the verdict or of itself. */
    @ParameterizedTest
    @MethodSource("comparing")
    void shouldNeverContradictItself(Operator operator) {
        for (var left : kinds()) {
            for (var right : kinds()) {
                check(operator, left, right);
            }
        }
    }

    private static void check(Operator operator, Object left, Object right) {
        var verdict = judge(new Rule.Comparison("event.x", operator, null, "start.y"), left, right);
        boolean positive = operator.denied().isEmpty() == verdict.holds();
        var text = verdict.text();
        var which = text.substring(text.indexOf(", which ") + ", which ".length());
        var told = List.of("equal to", "greater than", "less than", "one of", "before", "after").stream()
                .anyMatch(word -> which.startsWith("is " + word) || which.startsWith("is not " + word));
        if (positive) {
            assertThat(which)
                    .as(text)
                    .doesNotStartWith("is not")
                    .doesNotStartWith("does not")
                    .doesNotStartWith("is no ");
        } else if (told) {
            assertThat(which).as(text).startsWith("is not ");
            assertThat(Stream.of(left, right)).as(text).noneMatch(one -> ordering(operator) && !ordered(one));
        }
        if (!positive && shown(left).equals(shown(right)) && equality(operator)) {
            assertThat(text).as(text).doesNotContain("which is not equal").doesNotContain("which is not one of");
        }
        if (left instanceof List && !which.contains("contain") && !text.startsWith("start.y is an empty list, so")) {
            assertThat(text).as(text).matches(".*(a list|an empty list).*");
        }
    }

    private static boolean ordering(Operator operator) {
        return switch (operator) {
            case GREATER, GREATER_OR_EQUAL, LESS, LESS_OR_EQUAL, BEFORE, AFTER -> true;
            default -> false;
        };
    }

    private static boolean equality(Operator operator) {
        var positive = operator.denied().orElse(operator);
        return positive == Operator.EQUAL || positive == Operator.ONE_OF;
    }

    /** A number or a time, as a person would say. */
    private static boolean ordered(Object value) {
        return !(value instanceof List || value instanceof Map || value instanceof Boolean)
                && value.toString().matches("\\s*[\\d.]+\\s*|\\d{4}-\\d{2}-\\d{2}.*");
    }

    private static String shown(Object value) {
        return value instanceof List<?> list ? list.toString() : value.toString();
    }

    private static List<Object> kinds() {
        var kinds = new ArrayList<Object>(List.of(
                "vip",
                "",
                " ",
                "true",
                "yes",
                "120",
                " 120.0 ",
                "120,00",
                "1e999999",
                "2026-12-24",
                "2026-12-24 19:00"));
        kinds.addAll(List.of("2026-12-24T19:00:00+01:00", "1798138800", "a".repeat(70), "vip\u200b"));
        kinds.addAll(List.of(0L, 120L, new BigDecimal("120.00"), 1_798_138_800L, true, false, Double.NaN));
        kinds.addAll(
                List.of(List.of(), List.of("vip"), List.of(120L), List.of(List.of("vip")), List.of(Map.of("a", 1L))));
        kinds.addAll(List.of(Map.of(), Map.of("a", 1L), Map.of("a", 2L), Collections.nCopies(9, "vip")));
        return kinds;
    }

    private static String value(Object left, Operator operator, Object right) {
        return judge(new Rule.Comparison("event.x", operator, right, null), left, null)
                .text();
    }

    private static String compared(Operator operator, Object left, Object right) {
        return judge(new Rule.Comparison("event.x", operator, null, "start.y"), left, right)
                .text();
    }

    private static Told judge(Rule rule, @Nullable Object x, @Nullable Object y) {
        var event = new HashMap<String, @Nullable Object>();
        event.put("x", x);
        var start = new HashMap<String, @Nullable Object>();
        start.put("y", y);
        return told(new Judge(tree(event, start), STOCKHOLM), rule);
    }

    private static Map<String, @Nullable Object> tree(Map<String, ?> event, Map<String, ?> start) {
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("event", event);
        tree.put("start", start);
        return tree;
    }

    private static @Nullable Object json(String text) {
        return JsonMapper.shared().readValue(text, Object.class);
    }
}
