package io.usher.engine.message.internal.template;

/** Subjects, names and addresses: a line break in one would forge headers. */
final class SingleLine {

    private static final String UNICODE_BREAKS = "\u0085\u2028\u2029";

    private SingleLine() {}

    /** Without white space around it; breaks and control characters, with the white space around them, become one space. */
    static String of(String rendered) {
        var line = new StringBuilder(rendered.length());
        boolean broken = false;
        for (int i = 0; i < rendered.length(); i++) {
            char c = rendered.charAt(i);
            if (isBreak(c)) {
                broken = true;
                while (!line.isEmpty() && Character.isWhitespace(line.charAt(line.length() - 1))) {
                    line.setLength(line.length() - 1);
                }
            } else if (!broken || !Character.isWhitespace(c)) {
                line.append(broken ? " " : "").append(c);
                broken = false;
            }
        }
        return line.toString().strip();
    }

    static boolean isOneLine(String text) {
        return text.strip().chars().noneMatch(c -> isBreak((char) c) && c != '\t');
    }

    private static boolean isBreak(char c) {
        return Character.isISOControl(c) || UNICODE_BREAKS.indexOf(c) >= 0;
    }
}
