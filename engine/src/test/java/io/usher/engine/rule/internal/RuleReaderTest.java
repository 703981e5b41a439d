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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                .containsExactly("The value of greater is a number or an ISO date-time with offset");
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
        assertThat(errors(Map.of("fact", "event.a", "op", "exists", "not", true), "f"))
                .extracting(FieldError::field)
                .containsExactly("f.not");
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
