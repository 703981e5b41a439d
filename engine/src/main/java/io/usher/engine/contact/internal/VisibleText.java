package io.usher.engine.contact.internal;

import java.text.Normalizer;

/** Texts without what nobody can see, composed (NFC) and trimmed, so that what looks the same is the same. */
final class VisibleText {

    static final String NOTE = "held characters that cannot be seen, which were left out";

    private VisibleText() {}

    static String of(String text) {
        var visible = text.codePoints()
                .filter(point -> !invisible(point))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return trimmed(Normalizer.normalize(visible, Normalizer.Form.NFC));
    }

    static boolean hasInvisible(String text) {
        return text.codePoints().anyMatch(VisibleText::invisible);
    }

    /** Spaces of every kind, no-break ones too, which {@code strip} leaves. */
    static boolean space(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point);
    }

    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && space(text.charAt(from))) {
            from++;
        }
        while (from < to && space(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** Format characters, and the others that Unicode lets programs show as nothing (Default_Ignorable_Code_Point). */
    private static boolean invisible(int point) {
        return Character.getType(point) == Character.FORMAT
                || switch (point) {
                    case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2065, 0x3164, 0xFFA0 -> true;
                    default ->
                        between(point, 0x180B, 0x180F)
                                || between(point, 0xFE00, 0xFE0F)
                                || between(point, 0xFFF0, 0xFFF8)
                                || between(point, 0xE0000, 0xE0FFF);
                };
    }

    private static boolean between(int point, int first, int last) {
        return point >= first && point <= last;
    }
}
