package io.usher.engine.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The frame of {@code ./usher bench} without any server: what it measures in turn, calculates and writes. */
class BenchFrameTest {

    private static final Figure RATE = Figure.rate("taken in", "events/s");
    private static final Figure P99 = Figure.millis("p99").within(1_000);

    @Test
    void shouldMeasureBothSidesInTurnAfterTheWarmUp() throws Exception {
        // given
        var order = new ArrayList<String>();
        var contest = new Contest("c", "r", List.of(RATE), () -> noted(order, "usher"), () -> noted(order, "bare"));

        // when
        var series = new Rounds(1, 2, text -> {}).of(contest);

        // then
        assertThat(order).containsExactly("usher", "bare", "usher", "bare", "usher", "bare");
        assertThat(series.getFirst().usher()).as("without the warm-up").containsExactly(3.0, 5.0);
        assertThat(series.getFirst().reference()).containsExactly(4.0, 6.0);
    }

    private static double[] noted(List<String> order, String side) {
        order.add(side);
        return new double[] {order.size()};
    }

    @Test
    void shouldRefuseARoundThatYieldsOtherFiguresThanItsContestNames() {
        var contest = new Contest("c", "r", List.of(RATE, P99), () -> new double[] {1}, () -> new double[] {1, 2});
        assertThatThrownBy(() -> new Rounds(0, 1, text -> {}).of(contest))
                .hasMessageContaining("2 figures and yields 1");
    }

    @Test
    void shouldTellTheMedianOfTheRatiosOfEachRoundAndTheirSpread() {
        var series = new Series(RATE, List.of(10.0, 90.0, 40.0), List.of(100.0, 100.0, 80.0));
        assertThat(series.ratio()).isCloseTo(0.5, within(1e-9));
        assertThat(series.lowestRatio()).isCloseTo(0.1, within(1e-9));
        assertThat(series.highestRatio()).isCloseTo(0.9, within(1e-9));
        assertThat(Series.median(List.of(1.0, 3.0, 2.0, 10.0))).isEqualTo(2.5);
    }

    @Test
    void shouldTellThePercentileThatSoManyDoNotExceed() {
        var nanos = Stream.iterate(1L, i -> i + 1)
                .limit(200)
                .mapToLong(i -> i * 1_000_000)
                .toArray();
        assertThat(Series.millis(nanos, 0.99)).isEqualTo(198);
        assertThat(Series.millis(new long[] {7_000_000}, 0.99)).isEqualTo(7);
    }

    @Test
    void shouldSayWhetherALimitIsKept() {
        assertThat(result(999).kept()).isTrue();
        assertThat(result(1_001).kept()).isFalse();
        assertThat(TextTable.of(result(1_001))).contains("<= 1,000 ms, NOT KEPT");
    }

    @Test
    void shouldPrintEachFigureBesideItsReference() {
        assertThat(TextTable.of(result(500)))
                .containsPattern("taken in +120 events/s +1,000 events/s +0\\.12 \\(0\\.12 - 0\\.12\\) +more is better")
                .contains(
                        "store",
                        "12.5 s",
                        "300 MB",
                        "load before and after: 0.50, 1.25",
                        "commit abc123",
                        "Zeebe 8.5.8");
    }

    @Test
    void shouldWriteEveryRoundAsJsonAndOnePageThatNeedsNothingElse(@TempDir Path folder) throws IOException {
        // when
        BenchCommand.write(result(500), folder);

        // then
        var json = JsonMapper.shared().readTree(Files.readString(folder.resolve("accept.json")));
        var figure = json.path("contests").get(0).path("figures").get(0);
        assertThat(figure.path("usher").path("rounds").get(0).asDouble()).isEqualTo(120);
        assertThat(figure.path("ratio").path("median").asDouble()).isCloseTo(0.12, within(1e-9));
        assertThat(json.path("surroundings")
                        .path("processes")
                        .get(0)
                        .path("name")
                        .asString())
                .isEqualTo("store");
        var page = Files.readString(folder.resolve("accept.html"));
        assertThat(page).contains("&lt;known&gt;", "prefers-color-scheme: dark").doesNotContain("<known>", "http");
    }

    private static Result result(double p99) {
        var series = List.of(
                new Series(RATE, List.of(120.0), List.of(1_000.0)), new Series(P99, List.of(p99), List.of(50.0)));
        var seen = new Surroundings(
                "2026-11-30T20:00:00Z",
                "abc123",
                "JVM 25",
                "8.5.8",
                "embedded",
                "2 cores",
                0.5,
                1.25,
                List.of(new ProcessUse("store", 12.5, 300L), new ProcessUse("engine", 3, null)));
        var outcome = new Result.Outcome("single, <known>", "bare driver", series);
        return new Result("accept", "Events taken in.", true, 1, List.of(outcome), seen);
    }

    @Test
    void shouldRefuseWhatItDoesNotUnderstandInASentence() {
        assertThatThrownBy(Arguments::of).hasMessageContaining("bench takes one of accept");
        assertThatThrownBy(() -> Arguments.of("nonsense")).hasMessageContaining("not 'nonsense'");
        assertThatThrownBy(() -> Arguments.of("accept", "--slow")).hasMessageContaining("no '--slow'");
        assertThat(Arguments.of("accept", "--quick")).isEqualTo(new Arguments("accept", true, false));
    }

    @Test
    void shouldKnowEveryBenchThatHasAFile() throws IOException {
        try (var files = Files.list(Path.of("src/test/java/io/usher/engine/bench"))) {
            var names = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith("Bench.java") && !file.equals("Bench.java"))
                    .map(file -> file.replace("Bench.java", "").toLowerCase(java.util.Locale.ROOT));
            assertThat(names).containsExactlyInAnyOrderElementsOf(Benches.NAMES);
        }
        assertThat(Benches.NAMES)
                .allSatisfy(name -> assertThat(Benches.named(name).about()).isNotBlank());
    }

    @Test
    void shouldNeedNothingThatTheBuiltEngineLacks() throws IOException {
        try (var files = Files.list(Path.of("src/test/java/io/usher/engine/bench"))) {
            var benches =
                    files.filter(file -> !file.endsWith("BenchFrameTest.java")).toList();
            for (var file : benches) {
                assertThat(Files.readString(file))
                        .as(file.toString())
                        .doesNotContain(
                                "engine.testing",
                                "org.junit",
                                "org.assertj",
                                "org.awaitility",
                                "com.icegreen",
                                "mongodb.client.MongoClients");
            }
        }
    }
}
