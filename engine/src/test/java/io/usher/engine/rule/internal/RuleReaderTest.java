package io.usher.engine.rule.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.usher.engine.rule.Operator;
import io.usher.engine.rule.Rule;
import io.usher.engine.shared.Problem.FieldError;
import io.usher.engine.shared.ProblemException;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class RuleReaderTest {

    @Test
    void shouldReadNestedRules() {
        Object json = Map.of(
                "all",
                List.of(
                        Map.of("fact", "event.total", "op", "greater", "value", new BigDecimal("120.50")),
                        Map.of(
                                "any",
                                List.of(Map.of("fact", "event.eventId", "op", "equal", "compare", "start.eventId")))));

        var rule = RuleReader.read(json, "filter");

        assertThat(rule)
                .isEqualTo(new Rule.All(List.of(
                        new Rule.Comparison("event.total", Operator.GREATER, new BigDecimal("120.50"), null),
                        new Rule.Any(List.of(
                                new Rule.Comparison("event.eventId", Operator.EQUAL, null, "start.eventId"))))));
    }

    @ParameterizedTest
    @EnumSource(Operator.class)
    void shouldWriteWhatItReads(Operator operator) {
        Object value = switch (operator) {
            case ONE_OF, NOT_ONE_OF -> List.of("a", 2L);
            case GREATER, GREATER_OR_EQUAL, LESS, LESS_OR_EQUAL -> 5L;
            case BEFORE, AFTER -> "2026-05-01";
            case EQUAL, NOT_EQUAL, CONTAINS, NOT_CONTAINS, STARTS_WITH, ENDS_WITH -> "text";
            case EXISTS, MISSING -> null;
        };
        var comparison = new HashMap<String, Object>(Map.of("fact", "contact.fields.a", "op", operator.key()));
        if (value != null) {
            comparison.put("value", value);
        }
        var json = Map.of("any", List.of(Map.of("all", List.of(comparison))));

        assertThat(RuleWriter.json(RuleReader.read(json, "rule"))).isEqualTo(json);
    }

    @Test
    void shouldWriteListElementsAndDenialsAsItReadsThem() {
        var where = Map.of(
                "all",
                List.of(
                        Map.of("fact", "item.price", "op", "greater", "compare", "event.limit"),
                        Map.of("some", "item.seats", "where", Map.of("fact", "item", "op", "equal", "value", "A1")),
                        Map.of("not", Map.of("fact", "item.tags.*", "op", "equal", "value", "vip"))));
        var json = Map.of("not", Map.of("some", "event.items", "where", where));

        assertThat(RuleWriter.json(RuleReader.read(json, "rule"))).isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"some":"event.items"}                                                                  | f.where       | required
        {"some":"event.items","where":null}                                                     | f.where       | required
        {"some":"event.items","where":{"fact":"item.a","op":"exists"},"all":[]}                 | f.some        | unknown
        {"some":"items","where":{"fact":"item.a","op":"exists"}}                                | f.some        | root
        {"some":7,"where":{"fact":"item.a","op":"exists"}}                                      | f.some        | type
        {"some":"event.a","where":{"fact":"item.a","op":"same"}}                                | f.where.op    | choice
        {"some":"event.a","where":{"fact":"event.b.*","op":"exists"}}                           | f.where.fact  | star
        {"some":"event.a","where":{"some":"event.a","where":{"fact":"item.a","op":"exists"}}}   | f.where.some  | root
        {"all":[{"some":"event.a","where":{"fact":"item.a","op":"exists"}},{"fact":"item.a","op":"exists"}]} | f.all[1].fact | root
        {"fact":"item","op":"exists"}                                                           | f.fact        | root
        {"not":[]}                                                                              | f.not         | type
        {"not":{"fact":"event.a","op":"exists"},"fact":"event.a"}                               | f.fact        | unknown
        {"where":{"fact":"event.a","op":"exists"}}                                              | f             | form
        """)
    void shouldRefuseWhatIsNoRuleAboutAnElement(String json, String field, String rule) {
        assertThat(errors(JsonMapper.shared().readValue(json, Object.class), "f"))
                .extracting(FieldError::field, FieldError::rule)
                .contains(org.assertj.core.groups.Tuple.tuple(field, rule));
    }

    @Test
    void shouldBoundRulesWithoutAnyComparison() {
        var many = Map.of("all", Collections.nCopies(100_000, Map.of("all", List.of())));
        assertThat(errors(many, "f")).extracting(FieldError::rule).containsExactly("size");

        Object deep = Map.of("fact", "event.a", "op", "exists");
        for (int level = 1; level <= RuleReader.MAX_DEPTH; level++) {
            deep = level % 2 == 0
                    ? Map.of("not", deep)
                    : Map.of("some", level == 9 ? "event.a" : "item.a", "where", deep);
        }
        assertThat(errors(deep, "f")).extracting(FieldError::rule).contains("depth");
    }

    @Test
    void shouldTakeTimesInTheFormsThatFactsHave() {
        for (Object time : List.of("2026-12-24 19:00:00 UTC", "2026-12-24T19:00", "2026-12-24", 1_798_138_800L)) {
            RuleReader.read(Map.of("fact", "event.at", "op", "before", "value", time), "f");
        }
        assertThat(errors(Map.of("fact", "event.at", "op", "after", "value", "tomorrow"), "f"))
                .extracting(FieldError::message)
                .containsExactly("The value must be a time such as 2026-12-24T19:00:00Z, or a date");
    }

    @Test
    void shouldAskForWhatIsStillMissingInPlainWords() {
        assertThat(errors(Map.of("fact", "event.a", "op", "equal"), "f"))
                .extracting(FieldError::field, FieldError::message)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("f.value", "Fill in a value"));
        assertThat(errors(Map.of("op", "equal", "value", 1L, "fact", ""), "f")).hasSize(1);
        var nothingChosen = new java.util.HashMap<String, Object>();
        nothingChosen.put("fact", null);
        nothingChosen.put("op", "exists");
        assertThat(errors(nothingChosen, "f")).extracting(FieldError::message).containsExactly("Choose what to check");
    }

    @Test
    void shouldNameThePathOfEachError() {
        Object json = Map.of(
                "all",
                List.of(
                        Map.of("fact", "event.a", "op", "equal", "value", 1L),
                        Map.of("fact", "basket.a", "op", "same", "value", 1L),
                        Map.of("any", "nothing")));

        assertThat(errors(json, "start[0].filter"))
                .extracting(FieldError::field, FieldError::rule)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("start[0].filter.all[1].fact", "root"),
                        org.assertj.core.groups.Tuple.tuple("start[0].filter.all[1].op", "choice"),
                        org.assertj.core.groups.Tuple.tuple("start[0].filter.all[2].any", "type"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"event", "event.", "event..a", "Event.a", ".a", ""})
    void shouldRefusePathsThatNameNothing(String path) {
        assertThat(errors(Map.of("fact", path, "op", "exists"), "f"))
                .extracting(FieldError::field)
                .containsExactly("f.fact");
    }

    @Test
    void shouldRefuseValuesThatTheOperatorCannotCompare() {
        assertThat(errors(Map.of("fact", "event.a", "op", "greater", "value", "cheap"), "f"))
                .extracting(FieldError::message)
                .containsExactly("The value must be a number or a time such as 2026-12-24T19:00:00Z");
        assertThat(errors(Map.of("fact", "event.a", "op", "one-of", "value", List.of()), "f"))
                .hasSize(1);
        assertThat(errors(Map.of("fact", "event.a", "op", "equal"), "f"))
                .extracting(FieldError::rule)
                .containsExactly("required");
        assertThat(errors(Map.of("fact", "event.a", "op", "exists", "value", 1L), "f"))
                .extracting(FieldError::rule)
                .containsExactly("unexpected");
        assertThat(errors(Map.of("fact", "event.a", "op", "equal", "value", 1L, "compare", "start.a"), "f"))
                .extracting(FieldError::field)
                .containsExactly("f.compare");
    }

    @Test
    void shouldRefuseUnknownNames() {
        assertThat(errors(Map.of("fact", "event.a", "op", "exists", "maybe", true), "f"))
                .extracting(FieldError::field)
                .containsExactly("f.maybe");
        assertThat(errors(Map.of("all", List.of(), "any", List.of()), "f"))
                .extracting(FieldError::field)
                .containsExactly("f.any");
        assertThat(errors(null, "f")).extracting(FieldError::rule).containsExactly("type");
        assertThat(errors(Map.of(), "f")).extracting(FieldError::rule).containsExactly("form");
    }

    @Test
    void shouldRefuseRulesThatAreTooDeepOrTooLong() {
        Object deep = Map.of("fact", "event.a", "op", "exists");
        for (int level = 1; level < RuleReader.MAX_DEPTH; level++) {
            deep = Map.of("all", List.of(deep));
        }
        RuleReader.read(deep, "f");
        var deeper = Map.of("all", List.of(deep));
        assertThat(errors(deeper, "f")).extracting(FieldError::rule).containsExactly("depth");

        Object one = Map.of("fact", "event.a", "op", "exists");
        RuleReader.read(Map.of("all", Collections.nCopies(RuleReader.MAX_COMPARISONS, one)), "f");
        var longer = Map.of("all", Collections.nCopies(100_000, one));
        assertThat(errors(longer, "f")).extracting(FieldError::rule).containsExactly("size");
    }

    private static List<FieldError> errors(Object json, String field) {
        var caught = new java.util.ArrayList<FieldError>();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> RuleReader.read(json, field))
                .satisfies(e -> assertThat(e.problem().status()).isEqualTo(400))
                .satisfies(e -> caught.addAll(e.problem().errors()));
        return caught;
    }
}
