package io.usher.engine.workflow.internal;

import io.usher.engine.rule.OperatorChoice;
import io.usher.engine.rule.Rule;
import io.usher.engine.workflow.Reentry;
import io.usher.engine.workflow.ReentryWords;
import io.usher.engine.workflow.StartLink;
import io.usher.engine.workflow.StopLink;
import io.usher.engine.workflow.StopLink.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the links of a workflow do, as clauses of one sentence. */
final class LinkWords {

    private static final int MOST = 3;
    private static final int LONGEST_VALUE = 40;

    private LinkWords() {}

    /** For example: each "Order initialized" starts this workflow for its contact, each time; "Order cancelled" stops it. */
    static String of(Triggers triggers, Function<io.usher.engine.shared.EventTypeKey, String> name) {
        var clauses = new ArrayList<String>();
        triggers.start().stream()
                .limit(MOST)
                .forEach(link -> clauses.add(start(link, name.apply(link.eventType()), clauses.isEmpty())));
        more(triggers.start(), "starts", "start", clauses);
        triggers.stop().stream().limit(MOST).forEach(link -> clauses.add(stop(link, name.apply(link.eventType()))));
        more(triggers.stop(), "stops", "stop", clauses);
        return String.join("; ", clauses);
    }

    private static void more(List<?> links, String one, String many, List<String> clauses) {
        int left = links.size() - MOST;
        if (left > 0) {
            clauses.add(left == 1 ? "1 more event " + one + " it" : left + " more events " + many + " it");
        }
    }

    private static String start(StartLink link, String name, boolean first) {
        var each = link.reentry().mode() == Reentry.Mode.EACH ? "each " : "";
        var subject = each + quoted(name) + filter(link.filter());
        var what = first ? " starts this workflow for its contact, " : " starts it, ";
        return subject + what + ReentryWords.of(link.reentry());
    }

    private static String stop(StopLink link, String name) {
        return quoted(name) + filter(link.filter()) + " stops it" + matches(link.match());
    }

    private static String filter(@Nullable Rule filter) {
        return switch (filter) {
            case null -> "";
            case Rule.Comparison comparison -> " (only if " + comparison(comparison) + ")";
            case Rule.All(var rules) when rules.size() == 1 -> filter(rules.getFirst());
            case Rule.Any(var rules) when rules.size() == 1 -> filter(rules.getFirst());
            case Rule.All all -> " (with conditions)";
            case Rule.Any any -> " (with conditions)";
            case Rule.Not not -> " (with conditions)";
            case Rule.Some some -> " (with conditions)";
        };
    }

    private static String comparison(Rule.Comparison comparison) {
        var fact = param(comparison.fact().substring(comparison.fact().indexOf('.') + 1));
        var operator = OperatorChoice.all().stream()
                .filter(choice -> choice.operator() == comparison.operator())
                .findFirst()
                .orElseThrow();
        var other = comparison.compare() == null ? comparison.value() : comparison.compare();
        return fact + " " + operator.label() + (other == null ? "" : " " + value(other));
    }

    private static String value(Object value) {
        var text = value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : value.toString();
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "...";
    }

    private static String matches(List<Match> matches) {
        return matches.isEmpty()
                ? ""
                : " where " + matches.stream().map(LinkWords::match).collect(Collectors.joining(" and "));
    }

    private static String match(Match match) {
        return match.start().equals(match.stop())
                ? "the " + param(match.start()) + " is the same"
                : "the " + param(match.start()) + " equals its " + param(match.stop());
    }

    /** A param's path as it is said in a sentence: without stars and dots. */
    private static String param(String path) {
        var words = path.replace(".*", "").replace('.', ' ').replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ");
        return words.toLowerCase(Locale.ROOT);
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }
}
