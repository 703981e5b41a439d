package io.usher.engine.account.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells passwords that a guesser tries first. A password is read as parts: common words (also in disguise, as
 * {@code p4$$w0rd}), rows of keys, counting, years, repeats, and single characters. A part that comes again counts once, a word as
 * two characters, a row or repeat as one; fewer than seven are easy to guess.
 */
final class EasyPasswords {

    private static final int ENOUGH = 7;
    private static final int WORD = 2;
    private static final int SHORTEST_WORD = 4;
    private static final int LONGEST_WORD = 16;
    private static final int SHORTEST_ROW = 3;
    private static final int YEAR_DIGITS = 4;
    private static final Pattern YEAR = Pattern.compile("(?:19|20)[0-9]{2}");
    private static final String FILE = "/io/usher/engine/account/common-passwords.txt";
    private static final String PLAIN = "@4831!0$57269";
    private static final String MEANT = "aabeiiosstzgg";
    private static final List<String> ROWS = rows();
    private static final Set<String> WORDS = words();

    private EasyPasswords() {}

    static boolean easy(String password, String userName) {
        var typed = password.toLowerCase(Locale.ROOT);
        var meant = undisguised(typed);
        var own = userName.toLowerCase(Locale.ROOT);
        var seen = new HashSet<String>();
        int worth = 0;
        int at = 0;
        while (at < typed.length() && worth < ENOUGH) {
            int word = word(typed, meant, own, at);
            int row = row(typed, at);
            int length = Math.max(1, Math.max(word, row));
            boolean fresh = seen.add(typed.substring(at, at + length));
            if (length == 1) {
                worth += fresh || !repeats(typed, at) ? 1 : 0;
            } else if (fresh) {
                worth += word >= row ? WORD : 1;
            }
            at += length;
        }
        return worth < ENOUGH || period(typed) <= typed.length() / 3;
    }

    /** The length of the longest common word, or of the user's name, that begins here; 0 when none does. */
    private static int word(String typed, String meant, String own, int at) {
        int name = own.length() >= SHORTEST_ROW && typed.startsWith(own, at) ? own.length() : 0;
        for (int length = Math.min(LONGEST_WORD, typed.length() - at); length >= SHORTEST_WORD; length--) {
            if (WORDS.contains(typed.substring(at, at + length)) || WORDS.contains(meant.substring(at, at + length))) {
                return Math.max(length, name);
            }
        }
        return name;
    }

    /**
     * The length of the row of keys, of letters or digits in order, or of one character again
     * and again, or the year that begins here.
     */
    private static int row(String typed, int at) {
        int longest = run(typed, at, 0);
        longest = Math.max(longest, run(typed, at, 1));
        longest = Math.max(longest, run(typed, at, -1));
        longest =
                Math.max(longest, YEAR.matcher(typed).region(at, typed.length()).lookingAt() ? YEAR_DIGITS : 0);
        for (String row : ROWS) {
            longest = Math.max(longest, common(row, row.indexOf(typed.charAt(at)), typed, at));
        }
        return longest < SHORTEST_ROW ? 0 : longest;
    }

    private static int run(String typed, int at, int step) {
        int end = at + 1;
        while (end < typed.length() && typed.charAt(end) - typed.charAt(end - 1) == step) {
            end++;
        }
        return end - at;
    }

    private static int common(String row, int from, String typed, int at) {
        int length = 0;
        while (from >= 0
                && from + length < row.length()
                && at + length < typed.length()
                && row.charAt(from + length) == typed.charAt(at + length)) {
            length++;
        }
        return length;
    }

    /** Whether the character stands here a second time in a row, as one that parts words does not. */
    private static boolean repeats(String typed, int at) {
        return !Character.isLetterOrDigit(typed.charAt(at)) || (at > 0 && typed.charAt(at - 1) == typed.charAt(at));
    }

    /** The shortest text of which the whole is made by repeating; its own length when it is none. Linear (Knuth). */
    private static int period(String text) {
        int[] border = new int[text.length()];
        for (int i = 1; i < text.length(); i++) {
            int length = border[i - 1];
            while (length > 0 && text.charAt(length) != text.charAt(i)) {
                length = border[length - 1];
            }
            border[i] = text.charAt(length) == text.charAt(i) ? length + 1 : 0;
        }
        return text.isEmpty() ? 0 : text.length() - border[text.length() - 1];
    }

    private static String undisguised(String typed) {
        var meant = new StringBuilder(typed);
        for (int i = 0; i < meant.length(); i++) {
            int place = PLAIN.indexOf(meant.charAt(i));
            if (place >= 0) {
                meant.setCharAt(i, MEANT.charAt(place));
            }
        }
        return meant.toString();
    }

    private static List<String> rows() {
        var rows = List.of(
                "qwertyuiop",
                "asdfghjkl",
                "zxcvbnm",
                "qwertzuiop",
                "yxcvbnm",
                "azertyuiop",
                "1234567890",
                "1q2w3e4r5t6y7u8i9o0p",
                "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik",
                "!@#$%^&*()",
                "qazwsxedcrfvtgbyhnujm");
        return rows.stream()
                .flatMap(row -> List.of(row, new StringBuilder(row).reverse().toString()).stream())
                .toList();
    }

    private static Set<String> words() {
        try (var file = Objects.requireNonNull(EasyPasswords.class.getResourceAsStream(FILE), FILE)) {
            var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> List.of(line.split(" ")).stream())
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
