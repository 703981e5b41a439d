package io.usher.engine.message.internal.template;

/**
 * A text to look for, linear in both texts (Knuth, Morris and Pratt): the JDK's search multiplies their lengths when it meets
 * texts that are made for it.
 */
final class Needle {

    private static final int SHORT = 16;

    private final String needle;
    private final int[] border;

    Needle(String needle) {
        this.needle = needle;
        this.border = needle.length() <= SHORT ? new int[0] : borders(needle);
        Budget.characters(needle.length());
    }

    private static int[] borders(String needle) {
        var border = new int[needle.length()];
        for (int i = 1, matched = 0; i < needle.length(); i++) {
            while (matched > 0 && needle.charAt(i) != needle.charAt(matched)) {
                matched = border[matched - 1];
            }
            if (needle.charAt(i) == needle.charAt(matched)) {
                matched++;
            }
            border[i] = matched;
        }
        return border;
    }

    int length() {
        return needle.length();
    }

    /** The first place from there on, or -1. */
    int in(String text, int from) {
        int found = needle.length() <= SHORT ? text.indexOf(needle, from) : longNeedle(text, from);
        Budget.characters((found < 0 ? text.length() : found) - (long) from);
        return found;
    }

    private int longNeedle(String text, int from) {
        for (int i = from, matched = 0; i < text.length(); i++) {
            while (matched > 0 && text.charAt(i) != needle.charAt(matched)) {
                matched = border[matched - 1];
            }
            if (text.charAt(i) == needle.charAt(matched)) {
                matched++;
            }
            if (matched == needle.length()) {
                return i - matched + 1;
            }
        }
        return -1;
    }

    /** The last place, or -1. */
    int lastIn(String text) {
        int last = -1;
        for (int at = in(text, 0); at >= 0 && needle.length() > 0; at = in(text, at + 1)) {
            last = at;
        }
        return needle.isEmpty() ? text.length() : last;
    }
}
