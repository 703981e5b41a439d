package io.usher.engine.platform.words;

import static io.usher.engine.shared.Reason.decimal;
import static io.usher.engine.shared.Reason.moment;
import static io.usher.engine.shared.Reason.nested;
import static io.usher.engine.shared.Reason.span;
import static io.usher.engine.shared.Reason.text;
import static io.usher.engine.shared.Reason.texts;
import static io.usher.engine.shared.Reason.whole;
import static io.usher.engine.shared.Reason.yesNo;
import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.shared.Reason;
import io.usher.engine.shared.Reason.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By the sentences of the test's own {@code trial/sentences.properties}. */
class WordingTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final Sentences SENTENCES = new Sentences();
    private static final Wording ENGLISH = new Wording(SENTENCES, Locale.UK, STOCKHOLM, false);
    private static final Wording SWEDISH = new Wording(SENTENCES, Locale.of("sv", "SE"), STOCKHOLM, false);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0    | No journey was stopped.       | Ingen resa stoppades.
                    1    | One journey was stopped.      | En resa stoppades.
                    2    | 2 journeys were stopped.      | 2 resor stoppades.
                    1234 | 1,234 journeys were stopped.  | 1\u00a0234 resor stoppades.
                    """)
    void shouldCountInBothLanguages(long count, String english, String swedish) {
        var reason = reason("stopped", Map.of("count", whole(count)));

        assertThat(ENGLISH.of(reason)).isEqualTo(english);
        assertThat(SWEDISH.of(reason)).isEqualTo(swedish);
    }

    @Test
    void shouldTellATimeByTheReadersClock() {
        var reason = reason("shown", Map.of("value", moment(Instant.parse("2026-07-01T22:30:00Z"))));

        assertThat(ENGLISH.of(reason)).isEqualTo("It is 2 Jul 2026, 00:30.");
        assertThat(SWEDISH.of(reason)).isEqualTo("Det är 2 juli 2026 kl. 00:30.");
        assertThat(new Wording(SENTENCES, Locale.UK, STOCKHOLM, true).of(reason))
                .isEqualTo("It is 2 Jul 2026, 00:30 CEST.");
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 seconds, 0 sekunder",
        "PT61S, 61 seconds, 61 sekunder",
        "PT60S, 1 minute, 1 minut",
        "PT90M, 90 minutes, 90 minuter",
        "PT36H, 36 hours, 36 timmar",
        "PT24H, 1 day, 1 dag",
        "PT60H, 2 days, 2 dagar"
    })
    void shouldTellALengthOfTimeInOneUnit(Duration time, String english, String swedish) {
        var reason = reason("shown", Map.of("value", span(time)));

        assertThat(ENGLISH.of(reason)).isEqualTo("It is " + english + ".");
        assertThat(SWEDISH.of(reason)).isEqualTo("Det är " + swedish + ".");
    }

    @Test
    void shouldShowEachKindOfValue() {
        assertThat(shown(text("{as} it's"))).isEqualTo("Det är {as} it's.");
        assertThat(shown(decimal(new BigDecimal("12.50")))).isEqualTo("Det är 12,50.");
        assertThat(shown(yesNo(true))).isEqualTo("Det är ja.");
        assertThat(shown(texts(List.of("a", "b", "c")))).isEqualTo("Det är a, b, c.");
    }

    @Test
    void shouldTellReasonsInsideAReason() {
        var one = reason("part", Map.of("name", text("A")));
        var other = reason("part", Map.of("name", text("B")));

        assertThat(shown(nested(one))).isEqualTo("Det är del A.");
        assertThat(shown(nested(one, other))).isEqualTo("Det är del A och del B.");
        assertThat(shown(nested(one, other, one))).isEqualTo("Det är del A och del B och del A.");
    }

    @Test
    void shouldShowWhatWasStoredAsASentenceAsItStands() {
        assertThat(SWEDISH.of(Reason.told("once", "It {starts} once."))).isEqualTo("It {starts} once.");
    }

    @Test
    void shouldSayWhatItCanOfWhatItDoesNotKnow() {
        var later = new Reason("trial", "of-a-later-version", Map.of("count", whole(3)));

        assertThat(SWEDISH.of(later)).isEqualTo("of a later version (count: 3)");
        assertThat(SWEDISH.of(reason("stopped", Map.of()))).isEqualTo("\u2026 resor stoppades.");
        assertThat(SWEDISH.of(reason("stopped", Map.of("count", text("many"))))).isEqualTo("many resor stoppades.");
    }

    @Test
    void shouldSpeakEnglishWhereALanguageIsNotSpoken() {
        assertThat(new Wording(SENTENCES, Locale.GERMANY, STOCKHOLM, false)
                        .of(reason("stopped", Map.of("count", whole(1)))))
                .isEqualTo("One journey was stopped.");
    }

    private static String shown(Value value) {
        return SWEDISH.of(reason("shown", Map.of("value", value)));
    }

    private static Reason reason(String code, Map<String, Value> arguments) {
        return new Reason("trial", code, arguments);
    }
}
