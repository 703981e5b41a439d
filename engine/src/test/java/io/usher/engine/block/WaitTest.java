package io.usher.engine.block;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.platform.words.English;
import io.usher.engine.workflow.spi.Settings;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private final Wait block = new Wait();

    @ParameterizedTest
    @CsvSource(textBlock = """
            45, minutes, 2026-05-01T10:45:00Z, 45 minutes
            1,  hours,   2026-05-01T11:00:00Z, 1 hour
            3,  days,    2026-05-04T10:00:00Z, 3 days
            2,  weeks,   2026-05-15T10:00:00Z, 2 weeks
            1,  months,  2026-06-01T10:00:00Z, 1 month
            """)
    void shouldEndAfterTheLengthAndSayItInWords(long amount, String unit, Instant until, String text) {
        var due = block.due(FakeVisit.of(settings(amount, unit)));

        assertThat(due.until()).isEqualTo(until);
        assertThat(English.of(due.what())).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-03-28T11:30:00Z, 2026-03-29T11:30:00Z
            2026-10-24T10:30:00Z, 2026-10-25T10:30:00Z
            """)
    void shouldTakeADayAs24HoursWhenTheClocksChange(Instant now, Instant until) {
        assertThat(dueInStockholm(now, 1, "days")).isEqualTo(until);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-03-15T11:00:00Z, 1,  2026-04-15T10:00:00Z
            2026-01-31T09:00:00Z, 1,  2026-02-28T09:00:00Z
            2028-01-31T09:00:00Z, 1,  2028-02-29T09:00:00Z
            2028-02-29T09:00:00Z, 12, 2029-02-28T09:00:00Z
            2026-08-30T23:00:00Z, 1,  2026-09-29T23:00:00Z
            """)
    void shouldKeepTheHourOfTheContactOverMonthsAndClampTheirEnd(Instant now, long amount, Instant until) {
        assertThat(dueInStockholm(now, amount, "months")).isEqualTo(until);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            24,      months,  0
            25,      months,  1
            731,     days,    0
            732,     days,    1
            1052640, minutes, 0
            1052641, minutes, 1
            """)
    void shouldRefuseMoreThanTwoYears(long amount, String unit, int problems) {
        assertThat(block.check(new Settings(settings(amount, unit)))).hasSize(problems);
    }

    @Test
    void shouldNameTheFieldOfAWaitThatIsTooLong() {
        assertThat(block.check(new Settings(settings(105, "weeks"))))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.field()).isEqualTo("amount");
                    assertThat(problem.message()).isEqualTo("waits longer than two years; enter a shorter time");
                });
    }

    private Instant dueInStockholm(Instant now, long amount, String unit) {
        return block.due(FakeVisit.of(settings(amount, unit)).in(STOCKHOLM).at(now))
                .until();
    }

    private static Map<String, Object> settings(long amount, String unit) {
        return Map.of("amount", amount, "unit", unit);
    }
}
