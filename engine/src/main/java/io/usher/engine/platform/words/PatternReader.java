package io.usher.engine.platform.words;

import io.usher.engine.platform.words.Pattern.Choice;
import io.usher.engine.platform.words.Pattern.Literal;
import io.usher.engine.platform.words.Pattern.Part;
import io.usher.engine.platform.words.Pattern.Place;
import io.usher.engine.platform.words.Pattern.Style;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Reads a {@link Pattern}. */
final class PatternReader {

    private final String text;
    private int at;

    PatternReader(String text) {
        this.text = text;
    }

    Pattern read() {
        var pattern = pattern("");
        if (at < text.length()) {
            throw wrong("has a closing brace too many");
        }
        return pattern;
    }

    /** Up to the closing brace of what is around it; {@code counted} is the argument of the innermost plural. */
    private Pattern pattern(String counted) {
        var parts = new ArrayList<Part>();
        var literal = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '}') {
            char next = text.charAt(at++);
            if (next == '{') {
                flush(literal, parts);
                parts.add(argument(counted));
            } else if (next == '#' && !counted.isEmpty()) {
                flush(literal, parts);
                parts.add(new Place(counted, Style.PLAIN));
            } else {
                literal.append(next);
            }
        }
        flush(literal, parts);
        return new Pattern(List.copyOf(parts));
    }

    private static void flush(StringBuilder literal, List<Part> parts) {
        if (!literal.isEmpty()) {
            parts.add(new Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    private Part argument(String counted) {
        var name = word(",}");
        if (taken('}')) {
            return new Place(name, Style.PLAIN);
        }
        expect(',');
        return switch (word(",}")) {
            case "plural" -> choice(name, true, name);
            case "select" -> choice(name, false, counted);
            case "list" -> place(name, Style.LIST);
            case "clauses" -> place(name, Style.CLAUSES);
            case "sentences" -> place(name, Style.SENTENCES);
            case "exact" -> place(name, Style.EXACT);
            default -> throw wrong("asks for what is not known");
        };
    }

    private Part place(String name, Style style) {
        expect('}');
        return new Place(name, style);
    }

    private Part choice(String name, boolean plural, String counted) {
        expect(',');
        var cases = new LinkedHashMap<String, Pattern>();
        while (!taken('}')) {
            var which = word("{");
            expect('{');
            cases.put(which, pattern(counted));
            expect('}');
        }
        if (!cases.containsKey(Pattern.OTHER)) {
            throw wrong("has no case " + Pattern.OTHER);
        }
        return new Choice(name, plural, cases);
    }

    private String word(String ends) {
        int begin = at;
        while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        var word = text.substring(begin, at).strip();
        if (word.isEmpty()) {
            throw wrong("lacks a word");
        }
        return word;
    }

    private boolean taken(char expected) {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at < text.length() && text.charAt(at) == expected) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char expected) {
        if (!taken(expected)) {
            throw wrong("lacks a " + expected);
        }
    }

    private IllegalArgumentException wrong(String how) {
        return new IllegalArgumentException("\"" + text + "\" " + how + " at character " + (at + 1));
    }
}
