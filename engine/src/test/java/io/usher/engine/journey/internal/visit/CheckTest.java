package io.usher.engine.journey.internal.visit;

import static io.usher.engine.journey.TestBlocks.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.journey.Journey;
import io.usher.engine.journey.Journey.State;
import io.usher.engine.journey.TestBlocks.Begin;
import io.usher.engine.journey.TestJourneys;
import io.usher.engine.journey.internal.record.Job;
import io.usher.engine.journey.internal.record.JourneyRecord;
import io.usher.engine.journey.internal.record.RecordedVisit;
import io.usher.engine.journey.internal.record.RecordedVisit.Ahead;
import io.usher.engine.shared.JourneyMemory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckTest {

    private static final Journey NEW = TestJourneys.starting(TestJourneys.version(node("Start", new Begin())));
    private static final Job JOB = new Job(NEW.id(), 2, 11L, 99L, "A");
    private static final RecordedVisit DONE = new RecordedVisit("2:99", Ahead.NOTHING, false);
    private static final RecordedVisit OTHER_RUN = new RecordedVisit("1:99", Ahead.NOTHING, false);

    @Test
    void shouldBindUnboundJourneyOfSameRunOnly() {
        assertThat(check(State.STARTING, 2, null)).isEqualTo(new Check.Bind());
        assertThat(check(State.STARTING, 3, null)).isEqualTo(new Check.NotMine());
        assertThat(check(State.FAILED, 2, null)).isEqualTo(new Check.NotMine());
        assertThat(check(State.STOPPED, 2, null)).isEqualTo(new Check.NotMine());
    }

    @Test
    void shouldCancelInstanceThatIsNotTheJourneys() {
        assertThat(check(State.RUNNING, 2, 12L)).isEqualTo(new Check.NotMine());
        assertThat(check(State.RUNNING, 3, 11L)).isEqualTo(new Check.NotMine());
        assertThat(check(State.RUNNING, 2, 12L, DONE)).isEqualTo(new Check.NotMine());
    }

    @Test
    void shouldAnswerRecordedJobFromItsRecordAlsoAfterTheEnd() {
        assertThat(check(State.RUNNING, 2, 11L, DONE)).isEqualTo(new Check.Recorded(DONE));
        assertThat(check(State.FINISHED, 2, 11L, DONE)).isEqualTo(new Check.Recorded(DONE));
    }

    @Test
    void shouldCancelRatherThanCompleteForStoppedJourney() {
        assertThat(check(State.STOPPED, 2, 11L, DONE)).isEqualTo(new Check.NotMine());
        assertThat(check(State.STOPPED, 2, 11L)).isEqualTo(new Check.NotMine());
        assertThat(check(State.FINISHED, 2, 11L)).isEqualTo(new Check.NotMine());
    }

    @Test
    void shouldNotTakeRecordOfEarlierRunForItsOwn() {
        assertThat(check(State.RUNNING, 2, 11L, OTHER_RUN)).isEqualTo(new Check.Due());
    }

    private static Check check(State state, int run, Long instance, RecordedVisit... visits) {
        var journey = new Journey(
                NEW.id(),
                NEW.workspace(),
                NEW.workflow(),
                NEW.workflowName(),
                NEW.version(),
                NEW.contact(),
                NEW.start(),
                NEW.startPosition(),
                NEW.scope(),
                state,
                run,
                null,
                instance,
                JourneyMemory.EMPTY,
                false,
                null,
                NEW.startedAt(),
                null,
                null);
        return Check.of(
                new JourneyRecord(journey, null, null, Map.of(), List.of(visits), List.of(), 0, null, null), JOB);
    }
}
