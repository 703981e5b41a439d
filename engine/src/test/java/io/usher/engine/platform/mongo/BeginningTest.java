package io.usher.engine.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeginningTest {

    @ParameterizedTest
    @CsvSource({"ord-1,ORD-10", "ORD-1,ord-1", "åsa,ÅSA BERG", "ǆ,ǅabc", "1,1"})
    void shouldMatchEitherCase(String typed, String text) {
        assertThat(Beginning.of("", typed).matches(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"ord-1,ORD-", "ord-1,ORD-2", "a,äbc"})
    void shouldNotMatchWhatBeginsOtherwise(String typed, String text) {
        assertThat(Beginning.of("", typed).matches(text)).isFalse();
    }

    @Test
    void shouldKeepTheCaseOfWhatIsFixed() {
        var beginning = Beginning.of("ws:External:", "ab");

        assertThat(beginning.next("")).contains("ws:External:AB");
        assertThat(beginning.matches("ws:External:aBc")).isTrue();
        assertThat(beginning.matches("ws:external:abc")).isFalse();
    }

    @Test
    void shouldLeapToTheNextPlaceInTheOrder() {
        var beginning = Beginning.of("", "ab");

        assertThat(beginning.next("")).contains("AB");
        assertThat(beginning.next("A")).contains("AB");
        assertThat(beginning.next("ABC")).contains("ABC");
        assertThat(beginning.next("AC")).contains("Ab");
        assertThat(beginning.next("Ac")).contains("aB");
        assertThat(beginning.next("b")).isEmpty();
    }

    @Test
    void shouldFindAllThatMatchWhateverTheyAre() {
        // given
        var random = new Random(7);
        for (int round = 0; round < 300; round++) {
            var texts = new TreeSet<String>();
            for (int i = 0; i < 60; i++) {
                texts.add(text(random, random.nextInt(6)));
            }
            var beginning = Beginning.of("", text(random, 1 + random.nextInt(3)));

            // when
            var found = new ArrayList<String>();
            var at = beginning.next("");
            while (at.isPresent()) {
                var text = texts.ceiling(at.get());
                if (text == null) {
                    break;
                }
                if (beginning.matches(text)) {
                    found.add(text);
                    at = beginning.next(text + "\u0000");
                } else {
                    at = beginning.next(text);
                }
            }

            // then
            assertThat(found)
                    .containsExactlyElementsOf(
                            texts.stream().filter(beginning::matches).toList());
        }
    }

    private static String text(Random random, int length) {
        var letters = List.of("a", "A", "b", "B", "-", "å", "Å", "1");
        var parts = new String[length];
        Arrays.setAll(parts, i -> letters.get(random.nextInt(letters.size())));
        return String.join("", parts);
    }
}
