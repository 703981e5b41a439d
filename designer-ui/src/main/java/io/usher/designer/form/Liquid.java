package io.usher.designer.form;

import java.util.List;

/** Pieces of Liquid in HTML; each character is looked at once, whatever is written. */
final class Liquid {

    private static final String MARK = "<mark style=\"background:#fdf1d7;color:#5a3a00;border-radius:3px;padding:0 2px;"
            + "font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.9em\">";

    /** What is left as it is with all that stands in it: how it begins, how it ends. */
    private static final List<List<String>> WHOLE =
            List.of(List.of("<style", "</style"), List.of("<script", "</script"), List.of("<!--", "-->"));

    private final String html;
    private final StringBuilder marked = new StringBuilder();
    private final boolean[] neverEnds = new boolean[WHOLE.size()];

    private Liquid(String html) {
        this.html = html;
    }

    /** The HTML with its pieces of Liquid shown as such; those inside of tags stay as they are. */
    static String marked(String html) {
        return new Liquid(html).marked();
    }

    private String marked() {
        int lastTag = html.lastIndexOf('>');
        int lastOutput = html.lastIndexOf("}}");
        int lastLiquidTag = html.lastIndexOf("%}");
        int from = 0;
        int at = 0;
        while (at < html.length()) {
            int end = at + 1;
            if (html.charAt(at) == '<' && at < lastTag) {
                end = behindMarkup(at);
            } else if (html.startsWith("{{", at) && at + 1 < lastOutput) {
                from = mark(from, at, html.indexOf("}}", at + 2) + 2);
                end = from;
            } else if (html.startsWith("{%", at) && at + 1 < lastLiquidTag) {
                from = mark(from, at, html.indexOf("%}", at + 2) + 2);
                end = from;
            }
            at = end;
        }
        return marked.append(html, from, html.length()).toString();
    }

    private int mark(int from, int start, int end) {
        marked.append(html, from, start)
                .append(MARK)
                .append(escaped(html.substring(start, end)))
                .append("</mark>");
        return end;
    }

    /** Behind the tag, element or remark that begins here; behind the one character when it is none. */
    private int behindMarkup(int at) {
        for (int i = 0; i < WHOLE.size(); i++) {
            var begin = WHOLE.get(i).getFirst();
            if (html.regionMatches(true, at, begin, 0, begin.length()) && isWordEnd(at + begin.length(), i)) {
                int ending = neverEnds[i] ? -1 : find(WHOLE.get(i).getLast(), at + begin.length());
                int close = ending < 0 ? -1 : html.indexOf('>', ending);
                if (close >= 0) {
                    return close + 1;
                }
                neverEnds[i] = true;
            }
        }
        char next = html.charAt(at + 1);
        boolean tag = next == '/' || next == '!' || next >= 'a' && next <= 'z' || next >= 'A' && next <= 'Z';
        return tag ? html.indexOf('>', at) + 1 : at + 1;
    }

    private boolean isWordEnd(int at, int kind) {
        return kind == WHOLE.size() - 1 || at >= html.length() || !Character.isLetterOrDigit(html.charAt(at));
    }

    private int find(String ending, int from) {
        for (int at = html.indexOf(ending.charAt(0), from); at >= 0; at = html.indexOf(ending.charAt(0), at + 1)) {
            if (html.regionMatches(true, at, ending, 0, ending.length())) {
                return at;
            }
        }
        return -1;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
