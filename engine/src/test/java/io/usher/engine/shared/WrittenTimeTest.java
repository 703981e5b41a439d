package io.usher.engine.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.shared.WrittenTime.Form;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTimeTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-12-24T19:00:00Z                          | 2026-12-24T19:00:00Z     | ZONED
            2026-12-24T19:00Z                             | 2026-12-24T19:00:00Z     | ZONED
            2026-12-24T19:00:00.5Z                        | 2026-12-24T19:00:00.500Z | ZONED
            2026-12-24T19:00:00,25z                       | 2026-12-24T19:00:00.250Z | ZONED
            2026-12-24 19:00:00 UTC                       | 2026-12-24T19:00:00Z     | ZONED
            2026-12-24 19:00:00 GMT                       | 2026-12-24T19:00:00Z     | ZONED
            2026-12-24 19:00:00 UTC+2                     | 2026-12-24T17:00:00Z     | ZONED
            2026-12-24T19:00:00+02:00                     | 2026-12-24T17:00:00Z     | ZONED
            2026-12-24T19:00:00+0200                      | 2026-12-24T17:00:00Z     | ZONED
            2026-12-24 19:00:00 +0200                     | 2026-12-24T17:00:00Z     | ZONED
            2026-12-24T19:00:00+02                        | 2026-12-24T17:00:00Z     | ZONED
            2026-12-24 19:00:00-0530                      | 2026-12-25T00:30:00Z     | ZONED
            2026-12-24T19:00:00 Europe/Athens             | 2026-12-24T17:00:00Z     | ZONED
            2026-12-24T19:00:00+02:00[Europe/Athens]      | 2026-12-24T17:00:00Z     | ZONED
            2026-12-24T19:00:00                           | 2026-12-24T18:00:00Z     | LOCAL
            2026-12-24 19:00                              | 2026-12-24T18:00:00Z     | LOCAL
            2026-07-01 9:05                               | 2026-07-01T07:05:00Z     | LOCAL
            2026-12-24                                    | 2026-12-23T23:00:00Z     | DATE
            1798138800                                    | 2026-12-24T19:00:00Z     | EPOCH
            1798138800000                                 | 2026-12-24T19:00:00Z     | EPOCH
            1798138800.25                                 | 2026-12-24T19:00:00.250Z | EPOCH
            946684800000                                  | 2000-01-01T00:00:00Z     | EPOCH
            """)
    void shouldReadTimesAsShopsWriteThem(String text, Instant at, Form form) {
        assertThat(WrittenTime.of(" " + text + " ", STOCKHOLM)).contains(new WrittenTime(at, form));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tomorrow",
                "2026-13-01",
                "2026-02-30",
                "2026-12-24T25:00Z",
                "2026-12-24 19:00 Nowhere/Else",
                "2026-12-24T19:00+99:00",
                "24.12.2026",
                "20261224",
                "202612241900",
                "0701234567",
                "+46701234567",
                "130",
                "2026-12-24T",
                "19:00",
                "1e9",
                "17981388000000"
            })
    void shouldReadNoTimeInAnythingElse(String text) {
        assertThat(WrittenTime.of(text, STOCKHOLM)).isEmpty();
    }

    @Test
    void shouldReadCountsSince1970OnlyWhereATimeIsExpected() {
        var at = Instant.parse("2026-12-24T19:00:00Z");

        assertThat(WrittenTime.of(1_798_138_800L, STOCKHOLM)).contains(new WrittenTime(at, Form.EPOCH));
        assertThat(WrittenTime.of(1_798_138_800_000L, STOCKHOLM)).contains(new WrittenTime(at, Form.EPOCH));
        assertThat(WrittenTime.of(new BigDecimal("1798138800.000"), STOCKHOLM))
                .contains(new WrittenTime(at, Form.EPOCH));
        assertThat(WrittenTime.read("1798138800", STOCKHOLM)).isEmpty();
        assertThat(WrittenTime.of(120L, STOCKHOLM)).isEmpty();
        assertThat(WrittenTime.of(new BigDecimal("1e999999999"), STOCKHOLM)).isEmpty();
        assertThat(WrittenTime.of(true, STOCKHOLM)).isEmpty();
        assertThat(WrittenTime.of(null, STOCKHOLM)).isEmpty();
    }

    @Test
    void shouldReadAnHourThatDoesNotExistAsTheOneAfterIt() {
        assertThat(WrittenTime.read("2026-03-29 02:30", STOCKHOLM))
                .contains(new WrittenTime(Instant.parse("2026-03-29T01:30:00Z"), Form.LOCAL));
    }
}
