package io.usher.engine.block;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.usher.engine.platform.words.English;
import io.usher.engine.workflow.spi.BlockType.SettingProblem;
import io.usher.engine.workflow.spi.WayOut;
import io.usher.engine.workflow.spi.WayOut.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitTest {

    private static final int CONTACTS = 10_000;
    private static final long TWO_POINTS = CONTACTS / 50;

    private final Split block = new Split();

    @Test
    void shouldTakeTheSameWayForTheSameContactWheneverItComes() {
        var ways = List.of(way("a", 50.0), way("b", 50.0));
        for (int n = 0; n < 100; n++) {
            var visit = FakeVisit.of(Map.of()).by("contact-" + n);
            var later = visit.after(java.time.Duration.ofDays(30)).withEvent("77", Map.of("n", (long) n));

            assertThat(block.choose(later, ways)).isEqualTo(block.choose(visit, ways));
        }
    }

    @Test
    void shouldDivideContactsByTheShares() {
        var ways = List.of(way("most", 70.0), way("some", 20.0), way("few", 9.5), way("rare", 0.5));

        var taken = IntStream.range(0, CONTACTS)
                .mapToObj(n -> block.choose(FakeVisit.of(Map.of()).by("contact-" + n), ways)
                        .way()
                        .name())
                .collect(groupingBy(name -> name, counting()));

        assertThat(taken.get("most")).isCloseTo(7_000L, within(TWO_POINTS));
        assertThat(taken.get("some")).isCloseTo(2_000L, within(TWO_POINTS));
        assertThat(taken.get("few")).isCloseTo(950L, within(TWO_POINTS));
        assertThat(taken.get("rare")).isBetween(1L, 50L + TWO_POINTS);
    }

    @Test
    void shouldNameTheBucketAndTheWay() {
        var choice = block.choose(FakeVisit.of(Map.of()), List.of(way("a", 50.0), way("b", 50.0)));

        assertThat(English.of(choice.reason()))
                .matches("Group \\d+ of 100: " + choice.way().name());
    }

    @Test
    void shouldNeedTwoWaysWhoseSharesAreAHundred() {
        assertThat(codes(way("a", 33.33), way("b", 66.67))).isEmpty();
        assertThat(codes(way("a", 60.0), way("b", 30.0))).containsExactly("shares");
        assertThat(codes(way("a", 100.0))).containsExactly("one-way");
        assertThat(codes(way("a", null), way("b", 100.0))).containsExactly("no-share");
        assertThat(codes(way("a", 0.0), way("b", 100.0))).containsExactly("bad-share");
        assertThat(codes(way("a", 33.333), way("b", 66.667))).containsExactly("bad-share", "bad-share");
    }

    private List<String> codes(WayOut... ways) {
        return block.checkWays(List.of(ways)).stream().map(SettingProblem::rule).toList();
    }

    private static WayOut way(String name, Double share) {
        return new WayOut(name, name, 1, Kind.SHARE, null, share);
    }
}
