package io.usher.engine.message.internal.template;

import java.util.List;
import org.jsoup.parser.Parser;

/** Takes the tags out of HTML, each character looked at once. */
final class Tags {

    /** What goes with everything inside of it: how it begins, how it ends. */
    private static final List<List<String>> WHOLE =
            List.of(List.of("<script", "</script>"), List.of("<style", "</style>"), List.of("<!--", "-->"));

    private final String html;
    private final StringBuilder text = new StringBuilder();
    private final boolean[] neverEnds = new boolean[WHOLE.size() + 1];

    private Tags(String html) {
        this.html = html;
    }

    /** The text that a reader sees: without tags, scripts, styles and remarks, entities as what they stand for. */
    static String stripped(String html) {
        var tags = new Tags(html);
        tags.strip();
        return html.indexOf('&') < 0 ? tags.text.toString() : Parser.unescapeEntities(tags.text.toString(), false);
    }

    private void strip() {
        int from = 0;
        for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
            text.append(html, from, at);
            int end = endOf(at);
            from = end < 0 ? at : end;
            at = end < 0 ? at + 1 : end;
        }
        text.append(html, from, html.length());
    }

    /** Behind the tag that begins here, with all that belongs to it; -1 when it has no end. */
    private int endOf(int at) {
        for (int i = 0; i < WHOLE.size(); i++) {
            if (html.regionMatches(
                    true,
                    at,
                    WHOLE.get(i).getFirst(),
                    0,
                    WHOLE.get(i).getFirst().length())) {
                int end = after(WHOLE.get(i).getLast(), at, i);
                if (end >= 0) {
                    return end;
                }
            }
        }
        return after(">", at, WHOLE.size());
    }

    /** An end that was looked for in vain is not looked for again. */
    private int after(String ending, int at, int kind) {
        if (neverEnds[kind]) {
            return -1;
        }
        for (int end = html.indexOf(ending.charAt(0), at); end >= 0; end = html.indexOf(ending.charAt(0), end + 1)) {
            if (html.regionMatches(true, end, ending, 0, ending.length())) {
                return end + ending.length();
            }
        }
        neverEnds[kind] = true;
        return -1;
    }
}
