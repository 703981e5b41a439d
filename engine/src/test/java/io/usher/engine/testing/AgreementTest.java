package io.usher.engine.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AgreementTest {

    private static final List<Integer> ALL = IntStream.range(0, 20).boxed().toList();

    private record Range(Integer from, Integer to) {

        List<Integer> of(List<Integer> numbers) {
            return numbers.stream()
                    .filter(n -> (from == null || n >= from) && (to == null || n < to))
                    .toList();
        }

        List<Range> simpler() {
            return Agreement.others(this, new Range(null, to), new Range(from, null));
        }

        static Range random(Random random) {
            return new Range(random.nextInt(10), 10 + random.nextInt(10));
        }
    }

    @Test
    void shouldPassWhenBothAgree() {
        new Agreement<>(Range::random, Range::simpler, range -> range.of(ALL), range -> range.of(ALL)).check();
    }

    @Test
    void shouldNameTheSmallestFilterTheSeedAndWhatIsMissing() {
        var search = new Agreement<>(
                Range::random, Range::simpler, range -> range.of(ALL.subList(0, 15)), range -> range.of(ALL));

        assertThatThrownBy(search::check)
                .hasMessageContaining("seed " + Agreement.seed())
                .hasMessageContaining("missing:  [15, 16, 17, 18, 19]")
                .hasMessageContaining("too much: []")
                .hasMessageContaining("Range[from=null, to=null]");
    }

    @Test
    void shouldSayThatOnlyTheOrderDiffers() {
        var search = new Agreement<>(
                Range::random, Range::simpler, range -> range.of(ALL).reversed(), range -> range.of(ALL));

        assertThatThrownBy(search::check).hasMessageContaining("in another order");
    }

    @Test
    void shouldNotPassWhenAllFiltersGiveTheSame() {
        var search = new Agreement<>(random -> new Range(50, null), Range::simpler, r -> r.of(ALL), r -> r.of(ALL));

        assertThatThrownBy(search::check).hasMessageContaining("only 1 different answers");
        assertThat(new Range(50, null).simpler()).containsExactly(new Range(null, null));
    }
}
