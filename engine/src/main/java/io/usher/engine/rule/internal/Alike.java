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
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cc}]");
    private static final Pattern SPACE = Pattern.compile("\\p{Z}+");

    private Alike() {}

    /** Whether "is not equal to" needs a word more, since nobody can see the difference. */
    static boolean are(Operator operator, List<Object> left, List<Object> right) {
        return left.stream()
                .limit(MOST)
                .anyMatch(one -> right.stream().limit(MOST).anyMatch(other -> alike(operator, one, other)));
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

    /** With its kind: a number does not look like the text of its digits, which stands in quotation marks. */
    private static String seen(@Nullable Object value) {
        return visible(Shown.value(value).toString());
    }

    private static String bare(Object value) {
        return visible(Shown.bare(value)).toLowerCase(Locale.ROOT);
    }

    private static String visible(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return SPACE.matcher(UNSEEN.matcher(composed).replaceAll("")).replaceAll(" ");
    }
}
