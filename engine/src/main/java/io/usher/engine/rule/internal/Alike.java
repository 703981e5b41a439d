package io.usher.engine.rule.internal;

import io.usher.engine.rule.Operator;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells when two values look the same in a sentence and are not: cut texts, objects, invisible characters. */
final class Alike {

    private static final int MOST = 5;
    private static final String NOTE = "; they differ in what is not seen here";
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cc}]");
    private static final Pattern SPACE = Pattern.compile("\\p{Z}+");

    private Alike() {}

    /** What is added to "is not equal to"; empty when anybody can see the difference. */
    static String note(Operator operator, List<Object> left, List<Object> right) {
        return left.stream()
                        .limit(MOST)
                        .anyMatch(one -> right.stream().limit(MOST).anyMatch(other -> alike(operator, one, other)))
                ? NOTE
                : "";
    }

    private static boolean alike(Operator operator, Object one, Object other) {
        return switch (operator) {
            case EQUAL, ONE_OF -> seen(one).equals(seen(other));
            case CONTAINS ->
                one instanceof Collection<?> list
                        ? list.stream().limit(MOST).anyMatch(each -> seen(each).equals(seen(other)))
                        : bare(one).contains(bare(other));
            case STARTS_WITH -> bare(one).startsWith(bare(other));
            case ENDS_WITH -> bare(one).endsWith(bare(other));
            case GREATER,
                    GREATER_OR_EQUAL,
                    LESS,
                    LESS_OR_EQUAL,
                    BEFORE,
                    AFTER,
                    NOT_EQUAL,
                    NOT_CONTAINS,
                    NOT_ONE_OF,
                    EXISTS,
                    MISSING -> false;
        };
    }

    private static String seen(@Nullable Object value) {
        var shown = Normalizer.normalize(Shown.value(value), Normalizer.Form.NFC);
        return SPACE.matcher(UNSEEN.matcher(shown).replaceAll("")).replaceAll(" ");
    }

    private static String bare(Object value) {
        var seen = seen(value).toLowerCase(Locale.ROOT);
        return seen.startsWith("\"") && seen.length() > 1 ? seen.substring(1, seen.length() - 1) : seen;
    }
}
