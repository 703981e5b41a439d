package io.usher.engine.message.internal.template;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Text as people count it: a letter with its accents, a flag or a family is one character, and none is ever cut in two. */
final class Characters {

    private static final char FIRST_THAT_JOINS = '\u0300';
    private static final int DEARER = 2;

    private Characters() {}

    static int count(String text) {
        if (plain(text)) {
            return text.length();
        }
        int count = 0;
        var breaks = breaks(text);
        while (breaks.next() != BreakIterator.DONE) {
            count++;
        }
        return count;
    }

    /** Where the character of this number begins; the text's end when it has fewer. */
    static int offset(String text, int number) {
        if (plain(text)) {
            return Math.min(text.length(), number);
        }
        var breaks = breaks(text);
        int at = 0;
        for (int i = 0; i < number && at != BreakIterator.DONE; i++) {
            at = breaks.next();
        }
        return at == BreakIterator.DONE ? text.length() : at;
    }

    /** All of them, one by one. */
    static List<String> of(String text) {
        var characters = new ArrayList<String>();
        var breaks = breaks(text);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            if (characters.size() >= Limits.LIST) {
                throw Budget.ExceededException.tooLarge();
            }
            characters.add(text.substring(start, end));
        }
        return characters;
    }

    private static BreakIterator breaks(String text) {
        Budget.elements(text.length() / DEARER);
        var breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
        breaks.setText(text);
        return breaks;
    }

    private static boolean plain(String text) {
        Budget.characters(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= FIRST_THAT_JOINS || c == '\r') {
                return false;
            }
        }
        return true;
    }
}
