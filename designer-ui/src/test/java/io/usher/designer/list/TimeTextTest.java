package io.usher.designer.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhenTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-24T22:30:00Z"), ZONE);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-24T14:03:22Z | 24 Nov, 15:03:22",
                "2026-11-23T23:30:00Z | 24 Nov, 00:30:00",
                "2026-11-23T22:30:00Z | 23 Nov, 23:30",
                "2025-12-31T23:30:00Z | 1 Jan, 00:30",
                "2025-03-02T10:00:00Z | 2 Mar 2025, 11:00"
            })
    void shouldSayTheTimeAsThePersonsClockDoes(Instant instant, String words) {
        assertThat(TimeText.shortly(instant, NOW, Locale.UK)).isEqualTo(words);
    }

    @Test
    void shouldSayATimeOfASentenceWithItsDay() {
        assertThat(TimeText.saidAt(Instant.parse("2026-11-24T14:03:22Z"), NOW, Locale.UK))
                .isEqualTo("24 Nov, 15:03");
        assertThat(TimeText.saidAt(Instant.parse("2025-03-02T10:00:00Z"), NOW, Locale.UK))
                .isEqualTo("2 Mar 2025, 11:00");
    }

    @Test
    void shouldSayTheTimeAsSwedishDoes() {
        assertThat(TimeText.shortly(Instant.parse("2025-03-02T10:00:00Z"), NOW, Locale.of("sv", "SE")))
                .isEqualTo("2 mars 2025 11:00");
        assertThat(TimeText.saidAt(Instant.parse("2026-11-24T14:03:22Z"), NOW, Locale.of("sv", "SE")))
                .isEqualTo("24 nov. 15:03");
    }

    @Test
    void shouldSayTheExactTimeAndTheZone() {
        assertThat(TimeText.exactly(Instant.parse("2026-11-24T14:03:22.123Z"), ZONE, Locale.UK))
                .contains("24 November 2026", "15:03:22.123", "Europe/Stockholm");
    }
}
