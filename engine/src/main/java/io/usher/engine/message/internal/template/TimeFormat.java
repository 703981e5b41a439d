package io.usher.engine.message.internal.template;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The directives of strftime, as Ruby has them, with the names of days and months of one language. */
final class TimeFormat {

    private static final String FLAGS = "-_0^#:";
    private static final int WIDEST = 30;

    private final ZonedDateTime time;
    private final Locale language;

    TimeFormat(ZonedDateTime time, Locale language) {
        this.time = time;
        this.language = language;
    }

    /** A directive: flags, width (0: its own), letter. */
    private record Directive(String flags, int width, char letter) {}

    String formatted(String format) {
        var text = new StringBuilder();
        walk(format, text);
        return text.toString();
    }

    /** Refuses a format whose result would be far wider than it. */
    static void check(String format) {
        for (int i = 0; i + 2 < format.length(); i++) {
            if (isDigit(format.charAt(i))
                    && isDigit(format.charAt(i + 1))
                    && isDigit(format.charAt(i + 2))
                    && isWidth(format, i)) {
                throw FlawException.somewhere("the date format is too wide");
            }
        }
    }

    private static boolean isWidth(String format, int at) {
        int start = at;
        while (start > 0 && (isDigit(format.charAt(start - 1)) || FLAGS.indexOf(format.charAt(start - 1)) >= 0)) {
            start--;
        }
        return start > 0 && format.charAt(start - 1) == '%';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void walk(String format, StringBuilder text) {
        for (int i = 0; i < format.length(); i++) {
            if (format.charAt(i) != '%') {
                text.append(format.charAt(i));
                continue;
            }
            int at = i + 1;
            while (at < format.length() && FLAGS.indexOf(format.charAt(at)) >= 0) {
                at++;
            }
            int digits = at;
            while (at < format.length() && isDigit(format.charAt(at)) && at - digits < 2) {
                at++;
            }
            var written = at < format.length()
                    ? written(new Directive(
                            format.substring(i + 1, digits), width(format.substring(digits, at)), format.charAt(at)))
                    : null;
            text.append(written == null ? format.substring(i, Math.min(format.length(), at + 1)) : written);
            i = at;
        }
    }

    private static int width(String digits) {
        return digits.isEmpty() ? 0 : Math.min(WIDEST, Integer.parseInt(digits));
    }

    private @Nullable String written(Directive directive) {
        return switch (directive.letter()) {
            case 'Y' -> number(directive, time.getYear(), 0, '0');
            case 'C' -> number(directive, time.getYear() / 100, 2, '0');
            case 'y' -> number(directive, time.getYear() % 100, 2, '0');
            case 'm' -> number(directive, time.getMonthValue(), 2, '0');
            case 'd' -> number(directive, time.getDayOfMonth(), 2, '0');
            case 'e' -> number(directive, time.getDayOfMonth(), 2, ' ');
            case 'j' -> number(directive, time.getDayOfYear(), 3, '0');
            case 'H' -> number(directive, time.getHour(), 2, '0');
            case 'k' -> number(directive, time.getHour(), 2, ' ');
            case 'I' -> number(directive, time.get(ChronoField.CLOCK_HOUR_OF_AMPM), 2, '0');
            case 'l' -> number(directive, time.get(ChronoField.CLOCK_HOUR_OF_AMPM), 2, ' ');
            case 'M' -> number(directive, time.getMinute(), 2, '0');
            case 'S' -> number(directive, time.getSecond(), 2, '0');
            case 's' -> number(directive, time.toEpochSecond(), 0, '0');
            case 'u' -> number(directive, time.getDayOfWeek().getValue(), 0, '0');
            case 'w' -> number(directive, time.getDayOfWeek().getValue() % 7, 0, '0');
            case 'V' -> number(directive, time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), 2, '0');
            case 'G' -> number(directive, time.get(IsoFields.WEEK_BASED_YEAR), 0, '0');
            case 'g' -> number(directive, time.get(IsoFields.WEEK_BASED_YEAR) % 100, 2, '0');
            case 'U' ->
                number(directive, (time.getDayOfYear() + 6 - time.getDayOfWeek().getValue() % 7) / 7, 2, '0');
            case 'W' ->
                number(directive, (time.getDayOfYear() + 7 - time.getDayOfWeek().getValue()) / 7, 2, '0');
            default -> words(directive);
        };
    }

    private @Nullable String words(Directive directive) {
        var words = switch (directive.letter()) {
            case 'A' -> time.getDayOfWeek().getDisplayName(TextStyle.FULL, language);
            case 'a' -> time.getDayOfWeek().getDisplayName(TextStyle.SHORT, language);
            case 'B' -> time.getMonth().getDisplayName(TextStyle.FULL, language);
            case 'b', 'h' -> time.getMonth().getDisplayName(TextStyle.SHORT, language);
            case 'p' -> pattern("a").toUpperCase(language);
            case 'P' -> pattern("a").toLowerCase(language);
            case 'L' -> pattern("SSS");
            case 'N' -> pattern("SSSSSSSSS");
            case 'z' -> directive.flags().contains(":") ? pattern("xxx") : pattern("xx");
            case 'Z' -> pattern("zzz");
            case 'F' -> formatted("%Y-%m-%d");
            case 'T', 'X' -> formatted("%H:%M:%S");
            case 'R' -> formatted("%H:%M");
            case 'r' -> formatted("%I:%M:%S %p");
            case 'D' -> formatted("%m/%d/%y");
            case 'v' -> formatted("%e-%b-%Y");
            case 'c' -> formatted("%a %e %b %Y %T");
            case 'x' ->
                DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT)
                        .withLocale(language)
                        .format(time);
            case 'n' -> "\n";
            case 't' -> "\t";
            case '%' -> "%";
            default -> null;
        };
        return words == null ? null : padded(directive, cased(directive, words), directive.width(), ' ');
    }

    private String pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, language).format(time);
    }

    private String cased(Directive directive, String words) {
        return directive.flags().contains("^") || directive.flags().contains("#") ? words.toUpperCase(language) : words;
    }

    private static String number(Directive directive, long number, int width, char filler) {
        return padded(directive, String.valueOf(number), directive.width() == 0 ? width : directive.width(), filler);
    }

    private static String padded(Directive directive, String text, int width, char filler) {
        if (directive.flags().contains("-")) {
            return text;
        }
        char fill = directive.flags().contains("_") ? ' ' : directive.flags().contains("0") ? '0' : filler;
        return String.valueOf(fill).repeat(Math.max(0, width - text.length())) + text;
    }
}
