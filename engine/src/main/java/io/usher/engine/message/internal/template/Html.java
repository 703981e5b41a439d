package io.usher.engine.message.internal.template;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a value looks like where a template prints it. */
final class Html {

    /** One step at a time, so linear. */
    private static final Pattern ENTITY =
            Pattern.compile("&(?:[a-zA-Z][a-zA-Z0-9]{1,30}|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});");

    private Html() {}

    static String escape(String text) {
        return escape(text, false);
    }

    /** The same, but what is an entity already stays one. */
    static String escapeOnce(String text) {
        return escape(text, true);
    }

    private static String escape(String text, boolean once) {
        var html = new StringBuilder(text.length() + 16);
        var entity = ENTITY.matcher(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append(once && entity.region(i, text.length()).lookingAt() ? "&" : "&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
        return html.toString();
    }

    /** The value as HTML. */
    static String html(@Nullable Object value) {
        return value instanceof Markup markup ? markup.text() : escape(Values.text(value));
    }
}
