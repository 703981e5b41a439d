package io.usher.engine.platform.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatternTest {

    @Test
    void shouldKnowTheArgumentsOfAllCases() {
        var pattern = Pattern.of(
                "{who} has {count, plural, =0 {none} one {one of {kind}} other {{how, select, quick {#} other {# {unit}}}}}");

        assertThat(pattern.arguments()).containsExactly("count", "how", "kind", "unit", "who");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{open",
                "closed}",
                "{}",
                "{count, plural, one {one}}",
                "{count, many, other {x}}",
                "{count, plural, other {x}",
                "{count plural, other {x}}"
            })
    void shouldRefuseWhatIsNotWell(String text) {
        assertThatThrownBy(() -> Pattern.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
