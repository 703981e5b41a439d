package io.usher.engine.platform.words;

import io.usher.engine.platform.words.Pattern.Style;
import io.usher.engine.shared.Reason;
import io.usher.engine.shared.Reason.Decimal;
import io.usher.engine.shared.Reason.Moment;
import io.usher.engine.shared.Reason.Nested;
import io.usher.engine.shared.Reason.Span;
import io.usher.engine.shared.Reason.Text;
import io.usher.engine.shared.Reason.Texts;
import io.usher.engine.shared.Reason.Value;
import io.usher.engine.shared.Reason.Whole;
import io.usher.engine.shared.Reason.YesNo;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Values as one reader sees them. */
final class Values {

    private static final int MOST_DECIMALS = 60;

    private final Locale locale;
    private final ZoneId zone;
    private final boolean zoneSaid;
    private final Wording wording;

    Values(Locale locale, ZoneId zone, boolean zoneSaid, Wording wording) {
        this.locale = locale;
        this.zone = zone;
        this.zoneSaid = zoneSaid;
        this.wording = wording;
    }

    String words(Value value, Style style) {
        return switch (value) {
            case Text(String text) -> text;
            case Whole(long whole) -> NumberFormat.getIntegerInstance(locale).format(whole);
            case Decimal(BigDecimal decimal) -> decimal(decimal);
            case YesNo(boolean truth) -> wording.text(truth ? "words.yes" : "words.no");
            case Moment(Instant at) -> moment(at, style == Style.EXACT);
            case Span(Duration time) -> span(time);
            case Texts(List<String> texts) -> String.join(", ", texts);
            case Nested(List<Reason> reasons) ->
                together(reasons.stream().map(wording::of).toList(), style);
        };
    }

    private String together(List<String> said, Style style) {
        return switch (style) {
            case LIST -> String.join(", ", said);
            case CLAUSES -> String.join("; ", said);
            case SENTENCES ->
                said.stream()
                        .reduce((before, next) -> (before.endsWith(".") ? before : before + ".") + " " + next)
                        .orElse("");
            case PLAIN, EXACT -> String.join(" " + wording.text("words.and") + " ", said);
        };
    }

    /** What a choice compares with. */
    static String key(Value value) {
        return switch (value) {
            case Text(String text) -> text;
            case YesNo(boolean truth) -> truth ? "yes" : "no";
            case Whole(long whole) -> String.valueOf(whole);
            case Decimal(BigDecimal decimal) -> decimal.toPlainString();
            case Texts(List<String> texts) -> String.join(",", texts);
            case Moment(Instant at) -> at.toString();
            case Span(Duration time) -> time.toString();
            case Nested(List<Reason> reasons) ->
                reasons.isEmpty() ? "none" : reasons.getFirst().code();
        };
    }

    /** What a plural counts. */
    static Optional<Number> number(Value value) {
        return switch (value) {
            case Whole(long whole) -> Optional.of(whole);
            case Decimal(BigDecimal decimal) -> Optional.of(decimal);
            case Texts(List<String> texts) -> Optional.of(texts.size());
            case Nested(List<Reason> reasons) -> Optional.of(reasons.size());
            case Text text -> Optional.empty();
            case YesNo yesNo -> Optional.empty();
            case Moment moment -> Optional.empty();
            case Span span -> Optional.empty();
        };
    }

    private String moment(Instant at, boolean exactly) {
        var pattern = wording.text(exactly ? "words.moment-exact" : "words.moment");
        var form = DateTimeFormatter.ofPattern(pattern + (zoneSaid ? " z" : ""), locale);
        return form.format(at.atZone(zone));
    }

    /** In its largest unit of which there are at least two, or exactly one. */
    private String span(Duration time) {
        for (var unit : Unit.values()) {
            long count = time.dividedBy(unit.length);
            if (count >= 2 || time.equals(unit.length)) {
                return counted(unit, count);
            }
        }
        return counted(Unit.SECONDS, time.toSeconds());
    }

    private String counted(Unit unit, long count) {
        return wording.text("words." + unit.name().toLowerCase(Locale.ROOT), Map.of("count", new Whole(count)));
    }

    /** As exactly as it came and in one piece: it may be a year or a number of an order. */
    private String decimal(BigDecimal value) {
        if (Math.abs(value.scale()) > MOST_DECIMALS) {
            return value.toString();
        }
        var numbers = NumberFormat.getNumberInstance(locale);
        numbers.setGroupingUsed(false);
        numbers.setMinimumFractionDigits(Math.max(0, value.scale()));
        numbers.setMaximumFractionDigits(Math.max(0, value.scale()));
        return numbers.format(value);
    }

    private enum Unit {
        DAYS(Duration.ofDays(1)),
        HOURS(Duration.ofHours(1)),
        MINUTES(Duration.ofMinutes(1)),
        SECONDS(Duration.ofSeconds(1));

        private final Duration length;

        Unit(Duration length) {
            this.length = length;
        }
    }
}
