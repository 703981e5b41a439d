package io.usher.engine.message.internal.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Filters from text to HTML and back. What they make is not escaped again. */
final class MarkupFilters {

    private MarkupFilters() {}

    static List<Filter> all() {
        return List.of(
                Filter.of("raw", 0, 0, (value, arguments) -> made(Values.text(value), arguments)),
                Filter.of("escape", 0, 0, MarkupFilters::escape),
                Filter.of("h", 0, 0, MarkupFilters::escape),
                Filter.of(
                        "escape_once",
                        0,
                        0,
                        (value, arguments) -> made(counted(Html.escapeOnce(slowly(value))), arguments)),
                Filter.of("newline_to_br", 0, 0, MarkupFilters::breaks),
                Filter.of("strip_html", 0, 0, (value, arguments) -> Tags.stripped(slowly(value))));
    }

    private static Object escape(@Nullable Object value, Arguments arguments) {
        return made(counted(Html.escape(counted(Values.text(value)))), arguments);
    }

    private static Object made(String html, Arguments arguments) {
        return arguments.rendering().html() ? new Markup(html) : html;
    }

    /** Entities are looked up one by one. */
    private static String slowly(@Nullable Object value) {
        var text = Values.text(value);
        Budget.characters(3L * text.length());
        return counted(text);
    }

    private static String counted(String text) {
        Budget.characters(text.length());
        if (text.length() > Limits.VALUE) {
            throw Budget.ExceededException.tooLarge();
        }
        return text;
    }

    private static Object breaks(@Nullable Object value, Arguments arguments) {
        boolean html = arguments.rendering().html();
        var text = counted(html ? Html.html(value) : Values.text(value));
        var lines = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (!pair) {
                lines.append(c == '\n' ? "<br>\n" : String.valueOf(c));
            }
        }
        return made(counted(lines.toString()), arguments);
    }
}
