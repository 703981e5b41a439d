package io.usher.designer.rules;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import io.usher.designer.rules.Facts.Fact;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says a rule in one line of plain words. */
public final class RuleWords {

    private static final int LONGEST = 60;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'");

    private final Facts facts;
    private final UnaryOperator<String> text;

    private RuleWords(Facts facts, UnaryOperator<String> text) {
        this.facts = facts;
        this.text = text;
    }

    /** Such as "City is Oslo and Total is more than 120"; empty for no rule. */
    public static String of(@Nullable Map<String, Object> rule, Facts facts) {
        return of(rule, facts, key -> I18NProvider.translate(key));
    }

    static String of(@Nullable Object rule, Facts facts, UnaryOperator<String> text) {
        return rule == null ? "" : new RuleWords(facts, text).say(RuleNode.read(rule), false);
    }

    private String say(RuleNode node, boolean inside) {
        return switch (node) {
            case RuleNode.Group group -> group(group, inside);
            case RuleNode.Comparison comparison -> comparison(comparison);
            case RuleNode.Some some -> some(some);
            case RuleNode.Not not -> text.apply("rules.not").replace("{0}", enclosed(say(not.denied(), false)));
            case RuleNode.Kept kept -> shortened(kept.json().toString());
        };
    }

    private String some(RuleNode.Some some) {
        var list = facts.list(some.list())
                .map(known -> known.label().toLowerCase(Locale.ENGLISH))
                .orElse(some.list());
        var where = new RuleWords(facts.inside(some.list()), text).say(some.where(), true);
        return text.apply("rules.some.says").replace("{0}", list).replace("{1}", where);
    }

    private static String enclosed(String words) {
        return words.startsWith("(") ? words : "(" + words + ")";
    }

    private String group(RuleNode.Group group, boolean inside) {
        var and = " " + text.apply(group.all() ? "rules.and" : "rules.or") + " ";
        var said = group.parts().stream().map(part -> say(part, true)).collect(Collectors.joining(and));
        return inside && group.parts().size() > 1 ? "(" + said + ")" : said;
    }

    private String comparison(RuleNode.Comparison comparison) {
        var operator = Operators.of(
                Operators.shown(comparison.fact(), comparison.operator(), comparison.value()),
                comparison.fact(),
                facts,
                text);
        var said = fact(comparison.fact()) + " " + operator.label();
        if (comparison.compare() != null) {
            return said + " " + fact(comparison.compare());
        }
        if (operator.value().equals(Operators.NO_VALUE)) {
            return said;
        }
        return said + " " + (comparison.value() == null ? "…" : value(comparison.value()));
    }

    private String fact(String path) {
        return facts.fact(path)
                .map(Fact::label)
                .orElseGet(() -> path.equals(RuleScope.ITEM)
                        ? text.apply("rules.some.item")
                        : path.replaceFirst("^(event|item)\\.", ""));
    }

    private String value(Object value) {
        return switch (value) {
            case Boolean flag -> text.apply(flag ? "rules.yes" : "rules.no");
            case List<?> list -> listed(list.stream().map(this::value).toList());
            default ->
                RuleValue.instant(value)
                        .filter(moment -> value.toString().length() > "2026-01-01".length())
                        .map(moment -> MOMENT.withLocale(locale()).format(moment.atOffset(ZoneOffset.UTC)))
                        .orElseGet(() -> shortened(RuleValue.written(value)));
        };
    }

    private static Locale locale() {
        return UI.getCurrent() == null ? Locale.ENGLISH : UI.getCurrent().getLocale();
    }

    private String listed(List<String> values) {
        if (values.size() < 2) {
            return String.join("", values);
        }
        return String.join(", ", values.subList(0, values.size() - 1)) + " " + text.apply("rules.or") + " "
                + values.getLast();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
