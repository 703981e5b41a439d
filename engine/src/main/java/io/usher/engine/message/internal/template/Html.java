package io.usher.engine.message.internal.template;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a value looks like where a template prints it. */
final class Html {

    /** Text that is HTML already: made by {@code raw} and by filters that escape; every other filter makes it plain text again. */
    record Markup(String text) {

        @Override
        public String toString() {
            return text;
        }
    }

    private Html() {}

    static String escape(String text) {
        var html = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
        return html.toString();
    }

    /** The value as HTML; nothing for null. */
    static @Nullable Object html(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Markup markup -> markup.text();
            default -> escape(plain(value));
        };
    }

    /** The value as text; lists are their elements one after another. */
    static String plain(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Collection<?> list -> list.stream().map(Html::plain).collect(Collectors.joining());
            case Object[] array -> Arrays.stream(array).map(Html::plain).collect(Collectors.joining());
            default -> value.toString();
        };
    }
}
