package io.usher.engine.shared;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time as shops write it: a date, perhaps with a time of day behind {@code T} or a space, perhaps with {@code Z},
 * {@code UTC}, {@code +02:00}, {@code +0200}, {@code +02} or a zone's name; or seconds or milliseconds since 1970.
 *
 * @param at the moment; a date alone is its first one
 * @param form how it was written
 */
public record WrittenTime(Instant at, Form form) {

    private static final int LONGEST = 80;
    private static final String OFFSET = "[+-]\\d{1,2}(?::?\\d{2}(?::?\\d{2})?)?";

    private static final Pattern TEXT = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})"
            + "(?:(?:[Tt]| {1,3})(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?"
            + " {0,3}(Z|z|(?:UTC|GMT)?" + OFFSET + "|[A-Za-z][A-Za-z0-9_+/-]{1,40})?(?:\\[[A-Za-z0-9_+/:-]{1,40}])?)?");

    /** No leading zero or sign, so that numbers of phones and articles are none. */
    private static final Pattern DIGITS = Pattern.compile("[1-9]\\d{8,12}(\\.\\d{1,9})?");

    private static final BigDecimal FIRST_SECOND = new BigDecimal("100000000");
    private static final BigDecimal AFTER_SECONDS = new BigDecimal("10000000000");

    /** 1979: a date written without separators, such as 202612241900, is smaller and no count of milliseconds. */
    private static final BigDecimal FIRST_MILLI = new BigDecimal("300000000000");

    private static final BigDecimal AFTER_MILLIS = new BigDecimal("10000000000000");

    /** How a time is written. */
    public enum Form {
        /** With its own zone or offset. */
        ZONED,
        /** A date and a time of day of no zone. */
        LOCAL,
        /** A date alone. */
        DATE,
        /** Seconds or milliseconds since 1970. */
        EPOCH
    }

    /** The time that a text says; {@code zone} is where a time without zone is meant. Digits alone are none. */
    public static Optional<WrittenTime> read(String text, ZoneId zone) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        var matcher = TEXT.matcher(text.strip());
        try {
            return matcher.matches() ? Optional.of(read(matcher.toMatchResult(), zone)) : Optional.empty();
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    /** The time that a value says where a time is expected: a text as {@link #read}, or a count since 1970, also as text. */
    public static Optional<WrittenTime> of(@Nullable Object value, ZoneId zone) {
        return switch (value) {
            case Instant instant -> Optional.of(new WrittenTime(instant, Form.ZONED));
            case String text when DIGITS.matcher(text.strip()).matches() -> epoch(new BigDecimal(text.strip()));
            case String text -> read(text, zone);
            case Long number -> epoch(BigDecimal.valueOf(number));
            case Integer number -> epoch(BigDecimal.valueOf(number));
            case BigDecimal number -> epoch(number);
            case BigInteger number when number.bitLength() < Long.SIZE -> epoch(new BigDecimal(number));
            case Double number when Double.isFinite(number) -> epoch(BigDecimal.valueOf(number));
            case null, default -> Optional.empty();
        };
    }

    /** Whether it names no zone, so that it was read in the one that was given. */
    public boolean isZoneless() {
        return form == Form.LOCAL || form == Form.DATE;
    }

    /** Seconds of the years 1973 to 2286, or milliseconds of 1979 to 2286; other numbers are no times. */
    private static Optional<WrittenTime> epoch(BigDecimal count) {
        if (within(count, FIRST_SECOND, AFTER_SECONDS)) {
            return Optional.of(epochMillis(count.movePointRight(3)));
        }
        return within(count, FIRST_MILLI, AFTER_MILLIS) ? Optional.of(epochMillis(count)) : Optional.empty();
    }

    private static boolean within(BigDecimal count, BigDecimal from, BigDecimal to) {
        return count.compareTo(from) >= 0 && count.compareTo(to) < 0;
    }

    private static WrittenTime epochMillis(BigDecimal millis) {
        return new WrittenTime(
                Instant.ofEpochMilli(millis.setScale(0, RoundingMode.FLOOR).longValueExact()), Form.EPOCH);
    }

    private static WrittenTime read(MatchResult found, ZoneId zone) {
        var date = LocalDate.of(number(found.group(1)), number(found.group(2)), number(found.group(3)));
        if (found.group(4) == null) {
            return new WrittenTime(date.atStartOfDay(zone).toInstant(), Form.DATE);
        }
        var time = LocalDateTime.of(
                date,
                LocalTime.of(
                        number(found.group(4)),
                        number(found.group(5)),
                        found.group(6) == null ? 0 : number(found.group(6)),
                        nanos(found.group(7))));
        var named = found.group(8);
        return named == null
                ? new WrittenTime(time.atZone(zone).toInstant(), Form.LOCAL)
                : new WrittenTime(time.atZone(zone(named)).toInstant(), Form.ZONED);
    }

    private static ZoneId zone(String named) {
        if (named.equals("Z") || named.equals("z")) {
            return ZoneOffset.UTC;
        }
        int sign = Math.max(named.indexOf('+'), named.indexOf('-'));
        boolean offset = sign == 0 || (sign == 3 && (named.startsWith("UTC") || named.startsWith("GMT")));
        return offset ? offset(named.substring(sign)) : ZoneId.of(named);
    }

    private static ZoneOffset offset(String text) {
        var digits = text.substring(1).replace(":", "");
        var whole = digits.length() % 2 == 0 ? digits : "0" + digits;
        int seconds = 0;
        for (int at = 0, unit = 3600; at < whole.length(); at += 2, unit /= 60) {
            seconds += number(whole.substring(at, at + 2)) * unit;
        }
        return ZoneOffset.ofTotalSeconds(text.charAt(0) == '-' ? -seconds : seconds);
    }

    private static int nanos(@Nullable String fraction) {
        return fraction == null ? 0 : number((fraction + "000000000").substring(0, 9));
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
