package io.usher.engine.journey.internal.record;

import static io.usher.engine.journey.TestBlocks.node;
import static io.usher.engine.platform.words.English.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.journey.Journey;
import io.usher.engine.journey.Journey.End;
import io.usher.engine.journey.Journey.Place;
import io.usher.engine.journey.Journey.State;
import io.usher.engine.journey.TestBlocks.Begin;
import io.usher.engine.journey.TestJourneys;
import io.usher.engine.journey.TrailEntry;
import io.usher.engine.journey.TrailEntry.Result;
import io.usher.engine.platform.words.English;
import io.usher.engine.shared.JourneyMemory;
import io.usher.engine.shared.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrailLinesTest {

    private static final Instant SINCE = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-03-04T10:00:00Z");
    private static final Instant STOPPED = Instant.parse("2026-03-02T10:00:00Z");

    private static final CurrentStep WAIT =
            new CurrentStep(new Place("Rest", SINCE, UNTIL), "Wait a while", "wait", said("3 days"));
    private static final CurrentStep WORK =
            new CurrentStep(new Place("Mail", SINCE, null), "Thank you", "send-message", null);

    @Test
    void shouldKeepTheWaitWhereAStoppedJourneyStoodAndWhy() {
        // when
        var lines = TrailLines.open(record(State.STOPPED, WAIT, List.of()));

        // then
        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.block()).isEqualTo("Rest");
            assertThat(line.result()).isEqualTo(Result.STOPPED);
            assertThat(line.entered()).isEqualTo(SINCE);
            assertThat(line.left()).isEqualTo(STOPPED);
            assertThat(English.of(line.did())).isEqualTo("Was waiting 3 days. Stopped by event orderPaid (o-1).");
            assertThat(line.until()).isNull();
        });
    }

    @Test
    void shouldKeepTheBlockThatWasAtWork() {
        assertThat(TrailLines.open(record(State.STOPPED, WORK, List.of())))
                .extracting(line -> English.of(line.did()))
                .containsExactly("Was in progress. Stopped by event orderPaid (o-1).");
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILED", "LATE"})
    void shouldNotSayTwiceHowTheBlockEnded(Result told) {
        assertThat(TrailLines.open(record(State.STOPPED, WORK, List.of(line("Mail", told)))))
                .isEmpty();
        assertThat(TrailLines.open(record(State.STOPPED, WORK, List.of(line("Other", told)))))
                .hasSize(1);
    }

    @Test
    void shouldSayNothingOfAPlaceOfAFinishedJourney() {
        assertThat(TrailLines.open(record(State.FINISHED, null, List.of()))).isEmpty();
    }

    private static JourneyRecord record(State state, CurrentStep step, List<TrailEntry> trail) {
        var journey = TestJourneys.starting(TestJourneys.version(node("Start", new Begin())));
        var ended = new Journey(
                journey.id(),
                journey.workspace(),
                journey.workflow(),
                journey.workflowName(),
                journey.version(),
                journey.contact(),
                journey.start(),
                journey.startPosition(),
                journey.scope(),
                state,
                journey.run(),
                null,
                null,
                JourneyMemory.EMPTY,
                false,
                step == null ? null : step.place(),
                journey.startedAt(),
                new End(STOPPED, Reason.told("stop-event", "Stopped by event orderPaid (o-1)."), null, null),
                null);
        return new JourneyRecord(ended, step, null, Map.of(), List.of(), trail, trail.size(), null, null);
    }

    private static TrailEntry line(String block, Result result) {
        return new TrailEntry(block, block, "send-message", 1, SINCE, STOPPED, result, said("Was told"), null, null);
    }
}
