package io.usher.designer.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The colours that meet as text and ground keep WCAG AA's contrast, by day and by night. */
class TokensTest {

    private static final Pattern PAIR =
            Pattern.compile("--(us-[a-z-]+): (?:light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)|(#[0-9a-f]{6}));");
    private static final Map<String, String[]> COLOURS = new HashMap<>();

    @BeforeAll
    static void read() throws IOException {
        try (var css = TokensTest.class.getResourceAsStream("/META-INF/resources/usher/tokens.css")) {
            var pair = PAIR.matcher(new String(css.readAllBytes(), StandardCharsets.UTF_8));
            while (pair.find()) {
                var both = pair.group(4);
                COLOURS.put(
                        pair.group(1),
                        both == null ? new String[] {pair.group(2), pair.group(3)} : new String[] {both, both});
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "us-ink, us-ground",
        "us-ink, us-surface",
        "us-ink, us-raised",
        "us-ink-soft, us-ground",
        "us-ink-soft, us-surface",
        "us-ink-soft, us-raised",
        "us-link, us-surface",
        "us-link, us-ground",
        "us-on-action, us-action",
        "us-on-action, us-action-hover",
        "us-on-house, us-house",
        "us-ink, us-torch-soft",
        "us-ink, us-waiting-soft",
        "us-bad, us-bad-soft",
        "us-bad, us-surface",
        "us-good, us-good-soft",
        "us-good, us-surface",
        "us-waiting, us-waiting-soft",
        "us-calm, us-calm-soft",
        "us-family-flow, us-surface",
        "us-family-data, us-surface",
        "us-family-audience, us-surface",
        "us-family-message, us-surface",
        "us-family-time, us-surface",
        "us-family-decision, us-surface"
    })
    void shouldBeReadableByDayAndByNight(String text, String ground) {
        for (int scheme = 0; scheme < 2; scheme++) {
            assertThat(contrast(COLOURS.get(text)[scheme], COLOURS.get(ground)[scheme]))
                    .as("%s on %s, %s", text, ground, scheme == 0 ? "light" : "dark")
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        return 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
    }

    private static double channel(String hex, int at) {
        double value = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
