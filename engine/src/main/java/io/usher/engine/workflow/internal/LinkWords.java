package io.usher.engine.workflow.internal;

import static io.usher.engine.shared.Reason.nested;
import static io.usher.engine.shared.Reason.text;
import static io.usher.engine.shared.Reason.whole;
import static io.usher.engine.shared.Reason.yesNo;

import io.usher.engine.rule.Rule;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.Reason;
import io.usher.engine.shared.Reason.Value;
import io.usher.engine.shared.Sentence;
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

    private static final Sentence FIRST = Sentence.of("link", "first", "each", "name", "filter", "reentry");
    private static final Sentence STARTS = Sentence.of("link", "starts", "each", "name", "filter", "reentry");
    private static final Sentence STOPS = Sentence.of("link", "stops", "name", "filter", "matches");
    private static final Sentence MORE_START = Sentence.of("link", "more-start", "count");
    private static final Sentence MORE_STOP = Sentence.of("link", "more-stop", "count");
    private static final Sentence CONDITIONS = Sentence.of("link", "conditions");
    private static final Sentence ONLY_IF = Sentence.of("link", "only-if", "fact", "operator", "value");
    private static final Sentence ONLY_IF_ALONE = Sentence.of("link", "only-if-alone", "fact", "operator");
    private static final Sentence SAME = Sentence.of("link", "same", "param");
    private static final Sentence EQUALS = Sentence.of("link", "equals", "param", "other");

    private static final int MOST = 3;
    private static final int LONGEST_VALUE = 40;

    private LinkWords() {}

    /** For example: each "Order initialized" starts this workflow for its contact, each time; "Order cancelled" stops it. */
    static List<Reason> of(Triggers triggers, Function<EventTypeKey, String> name) {
        var clauses = new ArrayList<Reason>();
        triggers.start().stream()
                .limit(MOST)
                .forEach(link -> clauses.add(start(link, name.apply(link.eventType()), clauses.isEmpty())));
        more(triggers.start(), MORE_START, clauses);
        triggers.stop().stream().limit(MOST).forEach(link -> clauses.add(stop(link, name.apply(link.eventType()))));
        more(triggers.stop(), MORE_STOP, clauses);
        return clauses;
    }

    private static void more(List<?> links, Sentence more, List<Reason> clauses) {
        int left = links.size() - MOST;
        if (left > 0) {
            clauses.add(more.with(whole(left)));
        }
    }

    private static Reason start(StartLink link, String name, boolean first) {
        var each = link.reentry().mode() == Reentry.Mode.EACH;
        return (first ? FIRST : STARTS)
                .with(yesNo(each), text(name), filter(link.filter()), nested(ReentryWords.of(link.reentry())));
    }

    private static Reason stop(StopLink link, String name) {
        var matches = link.match().stream().map(LinkWords::match).toList();
        return STOPS.with(text(name), filter(link.filter()), nested(matches));
    }

    private static Value filter(@Nullable Rule filter) {
        return switch (filter) {
            case null -> nested();
            case Rule.Comparison comparison -> nested(comparison(comparison));
            case Rule.All(var rules) when rules.size() == 1 -> filter(rules.getFirst());
            case Rule.Any(var rules) when rules.size() == 1 -> filter(rules.getFirst());
            case Rule.All all -> nested(CONDITIONS.with());
            case Rule.Any any -> nested(CONDITIONS.with());
            case Rule.Not not -> nested(CONDITIONS.with());
            case Rule.Some some -> nested(CONDITIONS.with());
        };
    }

    private static Reason comparison(Rule.Comparison comparison) {
        var fact = text(param(comparison.fact().substring(comparison.fact().indexOf('.') + 1)));
        var operator = nested(comparison.operator().label());
        var other = comparison.compare() == null ? comparison.value() : comparison.compare();
        return other == null ? ONLY_IF_ALONE.with(fact, operator) : ONLY_IF.with(fact, operator, text(value(other)));
    }

    private static String value(Object value) {
        var text = value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : value.toString();
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "...";
    }

    private static Reason match(Match match) {
        var param = text(param(match.start()));
        return match.start().equals(match.stop()) ? SAME.with(param) : EQUALS.with(param, text(param(match.stop())));
    }

    /** A param's path as it is said in a sentence: without stars and dots. */
    private static String param(String path) {
        var words = path.replace(".*", "").replace('.', ' ').replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ");
        return words.toLowerCase(Locale.ROOT);
    }
}
