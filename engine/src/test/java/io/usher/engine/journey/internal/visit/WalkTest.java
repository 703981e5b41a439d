package io.usher.engine.journey.internal.visit;

import static io.usher.engine.journey.TestBlocks.flow;
import static io.usher.engine.journey.TestBlocks.node;
import static io.usher.engine.journey.TestBlocks.way;
import static io.usher.engine.platform.words.English.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.usher.engine.journey.TestBlocks.Begin;
import io.usher.engine.journey.TestBlocks.Crossing;
import io.usher.engine.journey.TestBlocks.Effect;
import io.usher.engine.journey.TestBlocks.Finish;
import io.usher.engine.journey.TestBlocks.Pause;
import io.usher.engine.journey.TestJourneys;
import io.usher.engine.journey.TrailEntry;
import io.usher.engine.platform.words.English;
import io.usher.engine.shared.JourneyMemory;
import io.usher.engine.workflow.Graph.Node;
import io.usher.engine.workflow.Version;
import io.usher.engine.workflow.spi.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WalkTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Walk walk = new Walk(new Visits(null, null, clock), clock);
    private int taken;

    @Test
    void shouldStandAtActionBlockBehindDecisionAndKeepReason() {
        // given
        var version =
                crossingBefore(node("A", new Effect(visit -> new Outcome.GoOn(said("done"))), flow("F9", "A", "End")));

        // when
        var found = walk.from(at(version, Map.of("G", 2)), "F1");

        // then
        assertThat(found.ahead().exits()).containsExactly(Map.entry("G", "F2"));
        assertThat(found.ahead().until()).isEmpty();
        assertThat(found.progress().step().block()).isEqualTo("A");
        assertThat(found.progress().step().isWait()).isFalse();
        assertThat(found.progress().end()).isNull();
        assertThat(found.progress().passes()).containsEntry("G", 3).doesNotContainKey("A");
        assertThat(found.progress().lines())
                .extracting(TrailEntry::block, line -> English.of(line.did()), TrailEntry::way, TrailEntry::pass)
                .containsExactly(tuple("G", "the test said so", "Way F2", 3));
    }

    @Test
    void shouldDecideDueTimeOfWaitOnArrival() {
        // given
        var version = crossingBefore(node("A", new Pause(Duration.ofDays(3)), flow("F9", "A", "End")));

        // when
        var found = walk.from(at(version, Map.of()), "F1");

        // then
        assertThat(found.ahead().until()).containsExactly(Map.entry("A", "2026-03-04T12:00:00Z"));
        assertThat(found.progress().step().place().until()).isEqualTo(NOW.plus(Duration.ofDays(3)));
        assertThat(English.of(found.progress().step().awaited())).isEqualTo("259200 seconds");
    }

    @Test
    void shouldEndJourneyOnWayThatLeadsStraightToEnd() {
        // given
        var version = crossingBefore(node("A", new Pause(Duration.ofDays(3)), flow("F9", "A", "End")));
        taken = 1;

        // when
        var found = walk.from(at(version, Map.of()), "F1");

        // then
        assertThat(found.progress().step()).isNull();
        assertThat(found.progress().end().because().code()).isEqualTo("finished");
        assertThat(English.of(found.progress().end().because())).isEqualTo("Reached the end \"The End\".");
        assertThat(found.progress().lines()).extracting(TrailEntry::block).containsExactly("G", "End");
    }

    @Test
    void shouldShowLaterDecisionWhatEarlierOneCounted() {
        // given two decisions in a row, and a note of the pass each saw
        var seen = new ArrayList<String>();
        var version = TestJourneys.version(
                node("Start", new Begin(), flow("F1", "Start", "G")),
                node("G", noting(seen), way("F2", "G", "H", 0)),
                node("H", noting(seen), way("F3", "H", "End", 0)),
                node("End", new Finish()));

        // when
        walk.from(at(version, Map.of("H", 4)), "F1");

        // then
        assertThat(seen).containsExactly("G:1", "H:5");
    }

    @Test
    void shouldRefuseCircleOfDecisions() {
        // given
        var version = TestJourneys.version(
                node("Start", new Begin(), flow("F1", "Start", "G")),
                node("G", new Crossing(visit -> 0), way("F2", "G", "H", 0)),
                node("H", new Crossing(visit -> 0), way("F3", "H", "G", 0)));

        // when, then
        assertThatThrownBy(() -> walk.from(at(version, Map.of()), "F1")).hasMessageContaining("circle");
    }

    private Version crossingBefore(Node behind) {
        return TestJourneys.version(
                node("Start", new Begin(), flow("F1", "Start", "G")),
                node("G", new Crossing(visit -> taken), way("F2", "G", "A", 0), way("F3", "G", "End", 1)),
                behind,
                node("End", new Finish()));
    }

    private static Crossing noting(List<String> seen) {
        return new Crossing(visit -> {
            seen.add(visit.block() + ":" + visit.pass());
            return 0;
        });
    }

    private static RunState at(Version version, Map<String, Integer> passes) {
        return new RunState(TestJourneys.starting(version), version, passes, JourneyMemory.EMPTY);
    }
}
