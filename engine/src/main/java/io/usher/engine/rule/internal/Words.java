package io.usher.engine.rule.internal;

import static io.usher.engine.shared.Reason.nested;
import static io.usher.engine.shared.Reason.text;
import static io.usher.engine.shared.Reason.whole;
import static io.usher.engine.shared.Reason.yesNo;

import io.usher.engine.rule.Operator;
import io.usher.engine.rule.Rule;
import io.usher.engine.shared.Reason;
import io.usher.engine.shared.Reason.Value;
import io.usher.engine.shared.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what became of one comparison; a comparison that was not made is not told as one that came out false. */
record Words(Rule.Comparison comparison, boolean many, List<Object> left, List<Object> right, Values values) {

    private static final Sentence MISSING = Sentence.of("rule", "missing", "fact");
    private static final Sentence NONE_THERE = Sentence.of("rule", "none-there", "fact");
    private static final Sentence NOTHING_TO_COMPARE = Sentence.of("rule", "nothing-to-compare", "fact");
    private static final Sentence OTHER_MISSING = Sentence.of("rule", "other-missing", "other", "fact");
    private static final Sentence COMPARED = Sentence.of("rule", "compared", "fact", "value", "relation");
    private static final Sentence ALIKE = Sentence.of("rule", "compared-alike", "fact", "value", "relation");
    private static final Sentence ONE_OF_MANY = Sentence.of("rule", "one-of-many", "fact", "value", "relation");
    private static final Sentence OTHER_UNFIT =
            Sentence.of("rule", "other-unfit", "other", "value", "relation", "fact", "values");
    private static final Sentence NONE = Sentence.of("rule", "none", "fact", "values", "relation");
    private static final Sentence NONE_ALIKE = Sentence.of("rule", "none-alike", "fact", "values", "relation");
    private static final Sentence NONE_UNFIT =
            Sentence.of("rule", "none-unfit", "fact", "values", "relation", "value", "unfit");
    private static final Sentence RELATION = Sentence.of("rule", "relation", "operator", "holds", "other");
    private static final Sentence FACT_VALUES = Sentence.of("rule", "fact-values", "fact", "values");
    private static final Sentence READ_IN = Sentence.of("value", "read-in", "value", "zone");
    private static final Sentence IS = Sentence.of("rule", "is", "fact", "value");
    private static final Sentence IS_EACH = Sentence.of("rule", "is-each", "fact", "values");
    private static final Sentence EMPTY_TEXT = Sentence.of("rule", "empty-text", "fact");
    private static final Sentence EVERY_EMPTY = Sentence.of("rule", "every-empty", "fact");
    private static final Sentence TOO_MANY = Sentence.of("rule", "too-many", "fact", "count", "other", "others");
    private static final Sentence TOO_MANY_CHOICES =
            Sentence.of("rule", "too-many-choices", "fact", "count", "choices");
    private static final Sentence NO_CHOICE = Sentence.of("rule", "no-choice", "other", "fact");
    private static final Sentence NO_LIST = Sentence.of("rule", "no-list", "fact", "value");
    private static final Sentence ELEMENT = Sentence.of("rule", "element", "place", "of", "list", "why");
    private static final Sentence ONLY_ELEMENT = Sentence.of("rule", "only-element", "list", "first");
    private static final Sentence NO_ELEMENT = Sentence.of("rule", "no-element", "count", "list", "first");
    private static final Sentence TOGETHER = Sentence.of("rule", "together", "parts");

    private static final int MAX_LISTED = 5;

    /** {@code deciding} is the value for which the positive operator holds, null when there is none. */
    Reason reason(Operator positive, @Nullable Object deciding) {
        var fact = text(comparison.fact());
        if (left.isEmpty()) {
            return (many ? NONE_THERE : MISSING).with(fact);
        }
        if (right.isEmpty()) {
            return comparison.compare() == null
                    ? NOTHING_TO_COMPARE.with(fact)
                    : OTHER_MISSING.with(text(comparison.compare()), fact);
        }
        if (deciding != null) {
            return (many ? ONE_OF_MANY : COMPARED)
                    .with(fact, nested(timely(positive, deciding)), relation(positive, true));
        }
        var misfits = left.stream().map(one -> misfit(positive, one)).toList();
        var other = misfits.stream()
                .flatMap(Optional::stream)
                .filter(misfit -> !misfit.left())
                .findFirst();
        if (other.isPresent()) {
            return OTHER_UNFIT.with(
                    text(Objects.requireNonNullElse(comparison.compare(), comparison.fact())),
                    nested(Shown.withKind(right.getFirst())),
                    nested(other.get().clause()),
                    fact,
                    Shown.listed(left));
        }
        return many ? none(positive, misfits) : single(positive, left.getFirst(), misfits.getFirst());
    }

    private Reason single(Operator positive, Object one, Optional<Misfit> misfit) {
        var fact = text(comparison.fact());
        if (misfit.isPresent()) {
            return COMPARED.with(
                    fact, nested(Shown.withKind(one)), nested(misfit.get().clause()));
        }
        return (Alike.are(positive, left, right) ? ALIKE : COMPARED)
                .with(fact, nested(timely(positive, one)), relation(positive, false));
    }

    private Reason none(Operator positive, List<Optional<Misfit>> misfits) {
        var fact = text(comparison.fact());
        var relation = relation(positive, true);
        for (int i = 0; i < left.size(); i++) {
            if (misfits.get(i).isPresent()) {
                return NONE_UNFIT.with(
                        fact,
                        Shown.listed(left),
                        relation,
                        nested(Shown.withKind(left.get(i))),
                        nested(misfits.get(i).get().clause()));
            }
        }
        return (Alike.are(positive, left, right) ? NONE_ALIKE : NONE).with(fact, Shown.listed(left), relation);
    }

    /** Why this value was compared with none of the others. */
    private Optional<Misfit> misfit(Operator positive, Object one) {
        if (positive == Operator.ONE_OF) {
            return Misfit.of(values, positive, one, right);
        }
        var first = Optional.<Misfit>empty();
        for (var other : right) {
            var misfit = Misfit.of(values, positive, one, other);
            if (misfit.isEmpty()) {
                return misfit;
            }
            first = first.isPresent() ? first : misfit;
        }
        return first;
    }

    private Value relation(Operator operator, boolean holds) {
        var other = comparison.compare() == null
                ? right.stream().map(value -> meant(operator, value)).toList()
                : List.of(FACT_VALUES.with(text(comparison.compare()), Shown.listed(right)));
        return nested(RELATION.with(text(operator.key()), yesNo(holds), nested(other)));
    }

    /** The fact; where times were compared, with the moment that was understood. */
    private Reason timely(Operator operator, Object value) {
        return right.stream().anyMatch(other -> inTime(operator, value, other))
                ? Shown.time(values, value)
                : Shown.value(value);
    }

    private Reason meant(Operator operator, Object value) {
        boolean local = left.stream().anyMatch(one -> inTime(operator, one, value))
                && values.written(value).filter(time -> time.isZoneless()).isPresent();
        var shown = Shown.value(value);
        return local ? READ_IN.with(nested(shown), text(values.zone().getId())) : shown;
    }

    private boolean inTime(Operator operator, Object one, Object other) {
        return switch (operator) {
            case BEFORE, AFTER -> true;
            case GREATER, GREATER_OR_EQUAL, LESS, LESS_OR_EQUAL ->
                Values.time(one, values.zone()).isPresent();
            case EQUAL, ONE_OF ->
                !one.equals(other) && Values.time(one, values.zone()).isPresent() && values.equal(one, other);
            case CONTAINS, STARTS_WITH, ENDS_WITH, NOT_EQUAL, NOT_CONTAINS, NOT_ONE_OF, EXISTS, MISSING -> false;
        };
    }

    static Reason presence(String fact, boolean many, List<Object> values) {
        if (values.isEmpty()) {
            return (many ? NONE_THERE : MISSING).with(text(fact));
        }
        if (many) {
            return values.stream().allMatch(Values::empty)
                    ? EVERY_EMPTY.with(text(fact))
                    : IS_EACH.with(text(fact), Shown.listed(values));
        }
        var value = values.getFirst();
        return value instanceof String blank && blank.isBlank()
                ? EMPTY_TEXT.with(text(fact))
                : IS.with(text(fact), nested(Shown.value(value)));
    }

    static Reason tooMany(Rule.Comparison comparison, int left, int right) {
        var fact = text(comparison.fact());
        return comparison.compare() == null
                ? TOO_MANY_CHOICES.with(fact, whole(left), whole(right))
                : TOO_MANY.with(fact, whole(left), text(comparison.compare()), whole(right));
    }

    static Reason noChoice(Rule.Comparison comparison) {
        var fact = comparison.fact();
        return NO_CHOICE.with(text(Objects.requireNonNullElse(comparison.compare(), fact)), text(fact));
    }

    static Reason noElement(String list, List<Object> found) {
        if (found.isEmpty()) {
            return MISSING.with(text(list));
        }
        var value = found.getFirst();
        return (value instanceof List ? IS : NO_LIST).with(text(list), nested(Shown.withKind(value)));
    }

    static Reason element(String list, int place, int of, Reason why) {
        return ELEMENT.with(whole(place), whole(of), text(list), nested(why));
    }

    static Reason noneOf(String list, int elements, Reason first) {
        return elements == 1
                ? ONLY_ELEMENT.with(text(list), nested(first))
                : NO_ELEMENT.with(whole(elements), text(list), nested(first));
    }

    static Reason together(List<Reason> reasons) {
        if (reasons.size() == 1) {
            return reasons.getFirst();
        }
        var shown = new ArrayList<>(reasons.subList(0, Math.min(reasons.size(), MAX_LISTED)));
        if (reasons.size() > MAX_LISTED) {
            shown.add(Shown.more(reasons.size() - MAX_LISTED));
        }
        return TOGETHER.with(nested(shown));
    }
}
