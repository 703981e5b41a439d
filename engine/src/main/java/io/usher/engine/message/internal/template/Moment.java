package io.usher.engine.message.internal.template;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A time as data writes it. */
sealed interface Moment {

    /** The time on a clock of the zone that is asked for, else of the contact's zone. */
    ZonedDateTime in(@Nullable ZoneId asked, ZoneId contact);

    /** A point in time without a place: shown by the contact's clock. */
    record Point(Instant instant) implements Moment {
        @Override
        public ZonedDateTime in(@Nullable ZoneId asked, ZoneId contact) {
            return instant.atZone(asked == null ? contact : asked);
        }
    }

    /** A point in time with the clock of its place, such as that of the house: shown by that clock unless another is asked for. */
    record Placed(OffsetDateTime time) implements Moment {
        @Override
        public ZonedDateTime in(@Nullable ZoneId asked, ZoneId contact) {
            return asked == null ? time.toZonedDateTime() : time.atZoneSameInstant(asked);
        }
    }

    /** What a clock shows, nobody says where: shown as it is. */
    record Local(LocalDateTime time) implements Moment {
        @Override
        public ZonedDateTime in(@Nullable ZoneId asked, ZoneId contact) {
            return time.atZone(asked == null ? contact : asked);
        }
    }

    /** {@code now} and {@code today}, seconds or milliseconds since 1970, ISO and its relatives; null for what is no time. */
    static @Nullable Moment of(@Nullable Object value, Clock clock) {
        if (value == null || value instanceof Boolean) {
            return null;
        }
        var text = Values.text(value);
        text = text.length() > Reading.LONGEST ? "" : text.strip();
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "" -> null;
            case "now", "today" -> new Point(clock.instant());
            default -> Reading.moment(text);
        };
    }

    /** The forms that are understood. */
    final class Reading {

        private static final int LONGEST = 60;
        private static final int DATE = 10;
        private static final BigDecimal MILLISECONDS_FROM = BigDecimal.valueOf(100_000_000_000L);
        private static final BigDecimal LATEST = BigDecimal.valueOf(100_000_000_000_000L);
        private static final DateTimeFormatter ANY = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .append(DateTimeFormatter.ISO_LOCAL_DATE)
                .appendLiteral('T')
                .appendPattern("HH:mm[:ss]")
                .optionalStart()
                .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                .optionalEnd()
                .appendPattern("[XXX][XX][X]")
                .toFormatter(Locale.ROOT);

        private Reading() {}

        private static @Nullable Moment moment(String text) {
            var number = Values.number(text);
            if (number != null) {
                return number(text, number);
            }
            try {
                if (text.length() == DATE) {
                    return new Local(LocalDate.parse(text).atStartOfDay());
                }
                return placed(ANY.parseBest(iso(text), OffsetDateTime::from, LocalDateTime::from));
            } catch (DateTimeException e) {
                return null;
            }
        }

        /** {@code 2026-12-24 19:00:00 UTC} and {@code 2026-12-24 19:00 +0200} as ISO. */
        private static String iso(String text) {
            var iso = text.length() > DATE && text.charAt(DATE) == ' '
                    ? text.substring(0, DATE) + "T" + text.substring(DATE + 1)
                    : text;
            var upper = iso.toUpperCase(Locale.ROOT);
            if (upper.endsWith("UTC") || upper.endsWith("GMT")) {
                iso = iso.substring(0, iso.length() - 3).strip() + "Z";
            }
            return iso.replace(" ", "");
        }

        private static Moment placed(TemporalAccessor time) {
            return switch (time) {
                case OffsetDateTime zulu when zulu.getOffset().equals(ZoneOffset.UTC) -> new Point(zulu.toInstant());
                case OffsetDateTime placed -> new Placed(placed);
                default -> new Local(LocalDateTime.from(time));
            };
        }

        private static @Nullable Moment number(String text, BigDecimal number) {
            if (number.abs().compareTo(LATEST) > 0 || text.startsWith("0") && text.length() > 1) {
                return null;
            }
            boolean milliseconds = number.abs().compareTo(MILLISECONDS_FROM) >= 0;
            return new Point(
                    milliseconds
                            ? Instant.ofEpochMilli(number.longValue())
                            : Instant.ofEpochSecond(number.longValue()));
        }
    }
}
