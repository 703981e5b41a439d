package io.usher.designer.form;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pieces of Liquid in HTML. */
final class Liquid {

    private static final Pattern PIECES = Pattern.compile(
            "(?<markup>(?is:<style\\b.*?</style\\s*>|<script\\b.*?</script\\s*>)|(?s:<!--.*?-->)|<[a-zA-Z/!][^>]*>)"
                    + "|(?<liquid>\\{\\{(?s:.*?)}}|\\{%(?s:.*?)%})");
    private static final String MARK = "<mark style=\"background:#fdf1d7;color:#5a3a00;border-radius:3px;padding:0 2px;"
            + "font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.9em\">";

    private Liquid() {}

    /** The HTML with its pieces of Liquid shown as such; those inside of tags stay as they are. */
    static String marked(String html) {
        return PIECES.matcher(html).replaceAll(found -> {
            var liquid = found.group("liquid");
            return Matcher.quoteReplacement(liquid == null ? found.group() : MARK + escaped(liquid) + "</mark>");
        });
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
