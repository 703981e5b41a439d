package io.usher.engine.journey.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.workflow.Reentry.Unit;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ReentryPeriodTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    @Test
    void shouldCountHoursDaysAndWeeksInSecondsOverAChangeOfTheClocks() {
        var beforeSpring = Instant.parse("2026-03-28T12:00:00Z");

        assertThat(over(beforeSpring, 3, Unit.HOURS)).isEqualTo("2026-03-28T15:00:00Z");
        assertThat(over(beforeSpring, 1, Unit.DAYS)).isEqualTo("2026-03-29T12:00:00Z");
        assertThat(over(beforeSpring, 2, Unit.WEEKS)).isEqualTo("2026-04-11T12:00:00Z");
    }

    @Test
    void shouldCountMonthsByTheWorkspacesCalendarAndClampTheirEnd() {
        assertThat(over(Instant.parse("2026-03-15T11:00:00Z"), 1, Unit.MONTHS)).isEqualTo("2026-04-15T10:00:00Z");
        assertThat(over(Instant.parse("2026-01-30T23:30:00Z"), 1, Unit.MONTHS)).isEqualTo("2026-02-27T23:30:00Z");
    }

    private static Instant over(Instant last, int every, Unit unit) {
        return ReentryPeriod.over(last, every, unit, STOCKHOLM);
    }
}
