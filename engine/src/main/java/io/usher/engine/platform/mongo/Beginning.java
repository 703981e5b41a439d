package io.usher.engine.platform.mongo;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The beginning of a text in either case: each letter stands for its small, capital and title form. It knows where in the order
 * of an index texts with this beginning can stand, so that a search leaps over all others, and nothing has to be stored in a
 * normalised form.
 */
final class Beginning {

    private final int[][] letters;

    private Beginning(int[][] letters) {
        this.letters = letters;
    }

    /** @param fixed what stands before the typed text, in its own case */
    static Beginning of(String fixed, String typed) {
        var exact = fixed.codePoints().mapToObj(point -> new int[] {point});
        var either = typed.codePoints().mapToObj(Beginning::cases);
        return new Beginning(Stream.concat(exact, either).toArray(int[][]::new));
    }

    private static int[] cases(int point) {
        return IntStream.of(
                        point, Character.toLowerCase(point), Character.toUpperCase(point), Character.toTitleCase(point))
                .distinct()
                .sorted()
                .toArray();
    }

    boolean matches(String text) {
        return fitting(points(text)) == letters.length;
    }

    /** Whether the text is this beginning and nothing more. */
    boolean isWhole(String text) {
        var points = points(text);
        return points.length == letters.length && fitting(points) == letters.length;
    }

    /** The first text at or behind this one, in the order of code points, that begins so; empty when all stand before it. */
    Optional<String> next(String text) {
        var points = points(text);
        int same = fitting(points);
        if (same == letters.length) {
            return Optional.of(text);
        }
        if (same == points.length) {
            return Optional.of(from(points, same));
        }
        for (int at = same; at >= 0; at--) {
            int after = points[at];
            var larger =
                    Arrays.stream(letters[at]).filter(letter -> letter > after).findFirst();
            if (larger.isPresent()) {
                var start = Arrays.copyOf(points, at + 1);
                start[at] = larger.getAsInt();
                return Optional.of(from(start, at + 1));
            }
        }
        return Optional.empty();
    }

    /** How many of its first letters fit. */
    private int fitting(int[] points) {
        int at = 0;
        while (at < Math.min(points.length, letters.length) && Arrays.binarySearch(letters[at], points[at]) >= 0) {
            at++;
        }
        return at;
    }

    /** The first {@code kept} of these letters, then the lowest form of each that is left. */
    private String from(int[] points, int kept) {
        var all = Arrays.copyOf(points, letters.length);
        for (int at = kept; at < letters.length; at++) {
            all[at] = letters[at][0];
        }
        return new String(all, 0, all.length);
    }

    private static int[] points(String text) {
        return text.codePoints().toArray();
    }
}
