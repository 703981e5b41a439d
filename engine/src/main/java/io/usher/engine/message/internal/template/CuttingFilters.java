package io.usher.engine.message.internal.template;

import io.usher.engine.message.internal.template.Budget.ExceededException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Filters that count and cut, in whole characters. */
final class CuttingFilters {

    private static final int TRUNCATED_TO = 50;
    private static final int WORDS = 15;

    private CuttingFilters() {}

    static List<Filter> all() {
        return List.of(
                Filter.of("size", 0, 0, (value, arguments) -> size(value)),
                Filter.of("slice", 1, 2, CuttingFilters::slice),
                Filter.of(
                        "truncate",
                        0,
                        2,
                        (value, arguments) -> truncated(
                                Values.text(value), arguments.whole(0, TRUNCATED_TO), arguments.text(1, "..."))),
                Filter.of(
                        "truncatewords",
                        0,
                        2,
                        (value, arguments) ->
                                words(Values.text(value), arguments.whole(0, WORDS), arguments.text(1, "..."))),
                Filter.of("split", 1, 1, (value, arguments) -> split(Values.text(value), arguments.text(0))));
    }

    private static BigDecimal size(@Nullable Object value) {
        return BigDecimal.valueOf(
                switch (value) {
                    case Collection<?> list -> list.size();
                    case Map<?, ?> map -> map.size();
                    case String text -> Characters.count(text);
                    case Markup markup -> Characters.count(markup.text());
                    case null, default -> 0;
                });
    }

    private static @Nullable Object slice(@Nullable Object value, Arguments arguments) {
        int from = arguments.whole(0, 0);
        int length = arguments.whole(1, 1);
        if (value instanceof Collection<?>) {
            var list = Values.list(value);
            int start = from < 0 ? from + list.size() : from;
            return start < 0 || start > list.size()
                    ? List.of()
                    : new ArrayList<@Nullable Object>(list.subList(start, end(start, length, list.size())));
        }
        var text = Values.text(value);
        int size = from < 0 ? Characters.count(text) : Integer.MAX_VALUE;
        int start = from < 0 ? from + size : from;
        if (start < 0) {
            return "";
        }
        int begin = Characters.offset(text, start);
        var rest = text.substring(begin);
        return rest.substring(0, Characters.offset(rest, Math.max(0, length)));
    }

    private static int end(int start, int length, int size) {
        return (int) Math.min(size, start + (long) Math.max(0, length));
    }

    /** At most so many characters, those of the ending counted. */
    private static String truncated(String text, int length, String ending) {
        if (Characters.offset(text, Math.max(0, length)) == text.length()) {
            return text;
        }
        int kept = Math.max(0, length - Characters.count(ending));
        var result = new StringBuilder(text.substring(0, Characters.offset(text, kept)));
        Values.append(result, ending);
        return result.toString();
    }

    private static String words(String text, int most, String ending) {
        var words = wordsOf(text);
        int kept = Math.max(1, most);
        if (words.size() <= kept) {
            return text;
        }
        var result = new StringBuilder(String.join(" ", words.subList(0, kept)));
        Values.append(result, ending);
        return result.toString();
    }

    private static List<String> wordsOf(String text) {
        Budget.characters(text.length());
        var words = new ArrayList<String>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean space = i == text.length() || Character.isWhitespace(text.charAt(i));
            if (space && start >= 0) {
                Budget.step();
                words.add(text.substring(start, i));
                start = -1;
            } else if (!space && start < 0) {
                start = i;
            }
        }
        return words;
    }

    /** By a text; by nothing into characters, by a space into words. Empty ends are left out. */
    private static List<String> split(String text, String by) {
        if (by.isEmpty()) {
            return Characters.of(text);
        }
        if (by.equals(" ")) {
            return checked(wordsOf(text));
        }
        var parts = new ArrayList<String>();
        var needle = new Needle(by);
        int from = 0;
        for (int at = needle.in(text, 0); at >= 0; at = needle.in(text, from)) {
            parts.add(text.substring(from, at));
            checked(parts);
            from = at + by.length();
        }
        parts.add(text.substring(from));
        while (!parts.isEmpty() && parts.getLast().isEmpty()) {
            parts.removeLast();
        }
        return parts;
    }

    private static List<String> checked(List<String> parts) {
        if (parts.size() > Limits.LIST) {
            throw ExceededException.tooLarge();
        }
        return parts;
    }
}
