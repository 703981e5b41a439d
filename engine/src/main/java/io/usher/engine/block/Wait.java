package io.usher.engine.block;

import static io.usher.engine.shared.Reason.text;
import static io.usher.engine.shared.Reason.whole;

import io.usher.engine.shared.Sentence;
import io.usher.engine.workflow.spi.BlockDescription;
import io.usher.engine.workflow.spi.BlockDescription.Drawn;
import io.usher.engine.workflow.spi.BlockDescription.Field;
import io.usher.engine.workflow.spi.BlockDescription.Ways;
import io.usher.engine.workflow.spi.Settings;
import io.usher.engine.workflow.spi.Visit;
import io.usher.engine.workflow.spi.WaitBlock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets N minutes, hours, days, weeks or months pass. A day is 24 hours; a month is a month of the calendar. */
@Component
class Wait implements WaitBlock {

    private static final Sentence LENGTH = Sentence.of("wait", "length", "amount", "unit");

    private static final int LONGEST_MONTHS = 24;
    private static final Duration LONGEST = Duration.ofDays(731);

    private static final BlockDescription DESCRIPTION = new BlockDescription(
            "wait",
            "Wait",
            "The journey waits. A day is 24 hours, a week 7 days; a month is a calendar month.",
            "{amount} {unit}",
            "time",
            "clock",
            Drawn.TIMER,
            null,
            Ways.ONE,
            List.of(
                    Field.number("amount", "How long", "At most two years in all", 1, 1_100_000)
                            .byDefault(1),
                    Field.choice(
                                    "unit",
                                    "Unit",
                                    "A day is always 24 hours, also when the clocks change",
                                    "minutes",
                                    "minutes",
                                    "hours",
                                    "hours",
                                    "days",
                                    "days",
                                    "weeks",
                                    "weeks",
                                    "months",
                                    "months")
                            .byDefault("days")));

    @Override
    public BlockDescription description() {
        return DESCRIPTION;
    }

    @Override
    public List<SettingProblem> check(Settings settings) {
        return length(settings)
                .filter(Length::tooLong)
                .map(length ->
                        new SettingProblem("amount", "range", "waits longer than two years; enter a shorter time"))
                .stream()
                .toList();
    }

    @Override
    public Due due(Visit visit) {
        var length = length(visit.settings())
                .orElseThrow(() -> new IllegalStateException("Wait " + visit.block() + " has no length"));
        return new Due(
                length.after(visit.now(), visit.zone()),
                LENGTH.with(whole(length.amount()), text(length.unit().one + "s")));
    }

    private static Optional<Length> length(Settings settings) {
        return settings.number("amount")
                .filter(amount -> amount > 0)
                .flatMap(amount -> settings.text("unit").flatMap(Unit::of).map(unit -> new Length(amount, unit)));
    }

    /** How long. */
    private record Length(long amount, Unit unit) {

        boolean tooLong() {
            return switch (unit) {
                case MONTHS -> amount > LONGEST_MONTHS;
                case MINUTES, HOURS, DAYS, WEEKS -> amount > LONGEST.dividedBy(unit.length);
            };
        }

        Instant after(Instant now, ZoneId zone) {
            return switch (unit) {
                case MONTHS -> now.atZone(zone).plusMonths(amount).toInstant();
                case MINUTES, HOURS, DAYS, WEEKS -> now.plus(unit.length.multipliedBy(amount));
            };
        }
    }

    private enum Unit {
        MINUTES("minute", Duration.ofMinutes(1)),
        HOURS("hour", Duration.ofHours(1)),
        DAYS("day", Duration.ofDays(1)),
        WEEKS("week", Duration.ofDays(7)),
        MONTHS("month", Duration.ZERO);

        private final String one;
        private final Duration length;

        Unit(String one, Duration length) {
            this.one = one;
            this.length = length;
        }

        static Optional<Unit> of(String text) {
            return List.of(values()).stream()
                    .filter(unit -> text.equals(unit.one + "s"))
                    .findFirst();
        }
    }
}
