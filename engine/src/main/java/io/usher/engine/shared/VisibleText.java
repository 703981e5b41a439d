package io.usher.engine.shared;

import java.text.Normalizer;
import java.util.Locale;

/** Keys and names as people see them, so that two that look the same are the same. */
public final class VisibleText {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int KEYCAP = 0x20E3;
    private static final int FIRST_NON_LATIN = 0x300;

    /** Letters of Cyrillic, Greek, Armenian and phonetic script, and below each the Latin one that it looks like. */
    private static final String OTHER = "аеіјорсухѕкмтвнгԁԛԝһӏАВЕЅІЈКМНОРСТУХαβεηικνορτυχωγΑΒΕΖΗΙΚΜΝΟΡΤΥΧօսոհɑɡıȷ";

    private static final String LATIN = "aeijopcyxskmtbhrdqwhlABESIJKMHOPCTYXabenikvoptuxwyABEZHIKMNOPTYXounhagij";

    private VisibleText() {}

    /**
     * The text composed (NFC), each kind of space as a plain one, none at the ends, and without characters that nobody sees;
     * those that join emoji or letters of other scripts stay between them.
     */
    public static String clean(String text) {
        if (text.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            return text;
        }
        var points =
                Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().toArray();
        var clean = new StringBuilder(text.length());
        for (int i = 0; i < points.length; i++) {
            int before = i == 0 ? ' ' : points[i - 1];
            int after = i == points.length - 1 ? ' ' : points[i + 1];
            if (Character.getType(points[i]) == Character.SPACE_SEPARATOR) {
                clean.append(' ');
            } else if (visible(points[i], before, after)) {
                clean.appendCodePoint(points[i]);
            }
        }
        // once more: a letter and its mark meet only when what stood between them is gone
        return Normalizer.normalize(clean, Normalizer.Form.NFC).strip();
    }

    /** Whether a control character is in it; separators of lines and paragraphs count. */
    public static boolean hasControls(String text) {
        return text.codePoints().anyMatch(VisibleText::control);
    }

    /** Equal for texts that differ only by case, spaces, {@code - _ .} or characters that look alike. */
    public static String skeleton(String text) {
        var alike = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(c -> !Character.isWhitespace(c) && "-_.".indexOf(c) < 0 && visible(c, ' ', ' '))
                .map(VisibleText::alike)
                .forEach(alike::appendCodePoint);
        return alike.toString().toLowerCase(Locale.ROOT);
    }

    private static int alike(int c) {
        int other = OTHER.indexOf(c);
        if (other >= 0) {
            return LATIN.charAt(other);
        }
        return switch (c) {
            case '0' -> 'o';
            case '1' -> 'l';
            default -> c;
        };
    }

    private static boolean control(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static boolean visible(int c, int before, int after) {
        if (c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER) {
            return before >= FIRST_NON_LATIN && after >= FIRST_NON_LATIN;
        }
        if (variation(c)) {
            return before >= FIRST_NON_LATIN || after == KEYCAP;
        }
        if (tag(c)) {
            return before >= 0x1F3F4;
        }
        return Character.getType(c) != Character.FORMAT && !blank(c);
    }

    private static boolean variation(int c) {
        return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
    }

    private static boolean tag(int c) {
        return c >= 0xE0020 && c <= 0xE007F;
    }

    /** Letters and marks without a picture: joiner of graphemes, fillers of Hangul. */
    private static boolean blank(int c) {
        return c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0;
    }
}
