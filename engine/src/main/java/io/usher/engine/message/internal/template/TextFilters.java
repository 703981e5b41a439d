package io.usher.engine.message.internal.template;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Filters that change texts. */
final class TextFilters {

    private static final int ONCE = 1;

    private TextFilters() {}

    static List<Filter> all() {
        return List.of(
                Filter.of("append", 1, 1, (value, arguments) -> joined(value, arguments.value(0))),
                Filter.of("prepend", 1, 1, (value, arguments) -> joined(arguments.value(0), value)),
                text("upcase", text -> text.toUpperCase(Locale.ROOT)),
                text("downcase", text -> text.toLowerCase(Locale.ROOT)),
                text("capitalize", TextFilters::capitalized),
                text("normalize_whitespace", TextFilters::normalized),
                text("handleize", TextFilters::handle),
                text("handle", TextFilters::handle),
                kept("strip", String::strip),
                kept("lstrip", String::stripLeading),
                kept("rstrip", String::stripTrailing),
                kept("strip_newlines", text -> text.replace("\r", "").replace("\n", "")),
                Filter.of(
                        "replace",
                        2,
                        2,
                        (value, arguments) -> replaced(value, arguments.text(0), arguments.text(1), Integer.MAX_VALUE)),
                Filter.of(
                        "replace_first",
                        2,
                        2,
                        (value, arguments) -> replaced(value, arguments.text(0), arguments.text(1), ONCE)),
                Filter.of(
                        "replace_last",
                        2,
                        2,
                        (value, arguments) -> lastReplaced(value, arguments.text(0), arguments.text(1))),
                Filter.of(
                        "remove",
                        1,
                        1,
                        (value, arguments) -> replaced(value, arguments.text(0), "", Integer.MAX_VALUE)),
                Filter.of("remove_first", 1, 1, (value, arguments) -> replaced(value, arguments.text(0), "", ONCE)),
                Filter.of("remove_last", 1, 1, (value, arguments) -> lastReplaced(value, arguments.text(0), "")));
    }

    private static Filter text(String name, UnaryOperator<String> change) {
        return Filter.of(name, 0, 0, (value, arguments) -> changed(Values.text(value), change));
    }

    /** Takes away white space only, so HTML stays HTML. */
    private static Filter kept(String name, UnaryOperator<String> change) {
        return Filter.of(
                name,
                0,
                0,
                (value, arguments) -> value instanceof Markup markup
                        ? new Markup(changed(markup.text(), change))
                        : changed(Values.text(value), change));
    }

    private static String changed(String text, UnaryOperator<String> change) {
        Budget.characters(text.length());
        return change.apply(text);
    }

    /** HTML when one of them is, with the other escaped. */
    static Object joined(@Nullable Object first, @Nullable Object second) {
        boolean markup = first instanceof Markup || second instanceof Markup;
        var text = new StringBuilder();
        Values.append(text, markup ? Html.html(first) : Values.text(first));
        Values.append(text, markup ? Html.html(second) : Values.text(second));
        return markup ? new Markup(text.toString()) : text.toString();
    }

    private static String capitalized(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int end = text.offsetByCodePoints(0, 1);
        return text.substring(0, end).toUpperCase(Locale.ROOT)
                + text.substring(end).toLowerCase(Locale.ROOT);
    }

    private static String normalized(String text) {
        var words = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            boolean isSpace = Character.isWhitespace(text.charAt(i));
            if (!isSpace || !space) {
                words.append(isSpace ? ' ' : text.charAt(i));
            }
            space = isSpace;
        }
        return words.toString();
    }

    /** Small letters and digits, everything else one hyphen between them. */
    private static String handle(String text) {
        var handle = new StringBuilder(text.length());
        text.toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c)) {
                handle.appendCodePoint(c);
            } else if (!handle.isEmpty() && handle.charAt(handle.length() - 1) != '-') {
                handle.append('-');
            }
        });
        return !handle.isEmpty() && handle.charAt(handle.length() - 1) == '-'
                ? handle.substring(0, handle.length() - 1)
                : handle.toString();
    }

    private static String replaced(@Nullable Object value, String wanted, String by, int times) {
        var text = Values.text(value);
        var needle = new Needle(wanted);
        var result = new StringBuilder();
        int from = 0;
        int at = needle.in(text, 0);
        for (int count = 0; at >= 0 && count < times; count++) {
            Values.append(result, text.substring(from, at));
            Values.append(result, by);
            from = at + wanted.length();
            if (wanted.isEmpty() && at == text.length()) {
                break;
            }
            at = wanted.isEmpty() ? text.offsetByCodePoints(at, 1) : needle.in(text, from);
        }
        Values.append(result, text.substring(Math.min(from, text.length())));
        return result.toString();
    }

    private static String lastReplaced(@Nullable Object value, String wanted, String by) {
        var text = Values.text(value);
        int at = new Needle(wanted).lastIn(text);
        if (at < 0) {
            return text;
        }
        var result = new StringBuilder(text.substring(0, at));
        Values.append(result, by);
        Values.append(result, text.substring(at + wanted.length()));
        return result.toString();
    }
}
