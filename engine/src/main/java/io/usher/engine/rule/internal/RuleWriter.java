package io.usher.engine.rule.internal;

import io.usher.engine.rule.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a rule as {@link RuleReader} reads it. */
final class RuleWriter {

    private RuleWriter() {}

    static Map<String, Object> json(Rule rule) {
        return switch (rule) {
            case Rule.All(List<Rule> rules) -> Map.of("all", list(rules));
            case Rule.Any(List<Rule> rules) -> Map.of("any", list(rules));
            case Rule.Not(Rule denied) -> Map.of("not", json(denied));
            case Rule.Some(String list, Rule where) -> some(list, json(where));
            case Rule.Comparison comparison -> json(comparison);
        };
    }

    private static Map<String, Object> some(String list, Map<String, Object> where) {
        var json = new LinkedHashMap<String, Object>();
        json.put("some", list);
        json.put("where", where);
        return json;
    }

    private static List<Object> list(List<Rule> rules) {
        return rules.stream().<Object>map(RuleWriter::json).toList();
    }

    private static Map<String, Object> json(Rule.Comparison comparison) {
        var json = new LinkedHashMap<String, Object>();
        json.put("fact", comparison.fact());
        json.put("op", comparison.operator().key());
        if (comparison.value() != null) {
            json.put("value", comparison.value());
        }
        if (comparison.compare() != null) {
            json.put("compare", comparison.compare());
        }
        return json;
    }
}
