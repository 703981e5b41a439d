package io.usher.engine.message.internal.template;

import java.util.Locale;

/** Whether the text of a template read so far ends inside of a {@code <script>} element, where entities are not read. */
final class Script {

    private boolean inside;

    void read(String text) {
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
            var tag = text.substring(at, Math.min(text.length(), at + 8)).toLowerCase(Locale.ROOT);
            if (tag.startsWith("<script")) {
                inside = true;
            } else if (tag.equals("</script")) {
                inside = false;
            }
        }
    }

    boolean inside() {
        return inside;
    }
}
