package io.usher.engine.job.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.usher.engine.job.Job;
import io.usher.engine.job.Job.Progress;
import io.usher.engine.job.Job.Times;
import io.usher.engine.job.JobKind;
import io.usher.engine.job.JobProperties;
import io.usher.engine.job.JobState;
import io.usher.engine.platform.PlatformProperties;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.async.UnavailableException;
import io.usher.engine.platform.crash.CrashPoints;
import io.usher.engine.platform.time.RealTime;
import io.usher.engine.shared.Actor;
import io.usher.engine.shared.AuditEntry;
import io.usher.engine.shared.Ids;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.testing.EngineIT;
import io.usher.engine.testing.TestWorkspaces;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Jobs on the store, worked by engines that die, fail, or are late. */
@EngineIT
class JobTurnIT {

    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration SHORT = Duration.ofMillis(1);

    @Autowired
    private TestWorkspaces workspaces;

    @Autowired
    private JobStore store;

    @Autowired
    private JobFiles files;

    @Autowired
    private RealTime time;

    @Autowired
    private Clock clock;

    private final CrashPoints places = CrashPoints.of(platform(LONG));
    private final TestKind kind = new TestKind(3);
    private WorkspaceId workspace;
    private String job;

    @BeforeEach
    void start() {
        workspace = workspaces.create().id();
        job = Ids.random();
        var by = Actor.system("test");
        Async.await(store.insert(
                new Job(
                        job,
                        workspace,
                        kind.key(),
                        Params.EMPTY,
                        by,
                        new Times(clock.instant(), null, null),
                        JobState.WAITING,
                        Progress.none(3L),
                        null,
                        null),
                time.now(),
                AuditEntry.of(workspace, clock.instant(), by, "job.started", job, Map.of())));
    }

    @Test
    void shouldWorkPageAfterPageAndKeepWhatTheyCameTo() {
        assertThat(turn(LONG).take(() -> {})).isTrue();

        var done = assertDone();
        assertThat(done.progress().done()).isEqualTo(3);
        assertThat(done.progress().total()).isEqualTo(3);
        assertThat(done.progress().counts()).isEqualTo(Map.of("numbers", 3L));
        assertThat(done.times().startedAt()).isNotNull();
        assertThat(turn(LONG).take(() -> {})).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"job-after-work, 4", "job-after-piece, 4", "job-after-page, 3"})
    void shouldGoOnWhereAnEngineDied(String place, int worked) {
        // given: an error that nothing catches is as an end of the process
        places.at(place, () -> {
            throw new AssertionError("dead");
        });
        assertThatThrownBy(() -> turn(SHORT).take(() -> {})).hasMessage("dead");
        places.clear();

        // when
        await().until(() -> turn(LONG).take(() -> {}));

        // then
        var done = assertDone();
        assertThat(done.progress().done()).isEqualTo(3);
        assertThat(kind.worked)
                .as("only a page that was kept nowhere is worked again")
                .hasSize(worked);
    }

    @Test
    void shouldKeepNothingOfAnEngineThatWasPausedWhileAnotherOneEndedTheJob() {
        // given: the first engine stands still behind its first page
        var other = turn(LONG);
        places.at("job-after-work", () -> {
            places.clear();
            await().until(() -> other.take(() -> {}));
        });

        // when
        turn(SHORT).take(() -> {});

        // then
        assertThat(assertDone().progress().done()).isEqualTo(3);
    }

    @Test
    void shouldTryAPageAgainThatFailed() {
        kind.before = page -> {
            if (page == 2 && kind.worked.size() == 1) {
                kind.before = again -> {};
                throw new IllegalStateException("The second page is torn");
            }
        };
        turn(LONG).take(() -> {});
        var waiting = found();
        assertThat(waiting.state()).isEqualTo(JobState.WAITING);
        assertThat(waiting.reason()).isEqualTo("The second page is torn");
        assertThat(waiting.progress().done()).isEqualTo(1);

        await().until(() -> turn(LONG).take(() -> {}));

        assertThat(assertDone().reason()).isNull();
    }

    @Test
    void shouldFailWithTheReasonAfterSomeTries() {
        kind.before = page -> {
            throw new IllegalStateException("The page is torn");
        };

        await().until(() -> {
            turn(LONG).take(() -> {});
            return found().state() == JobState.FAILED;
        });

        assertThat(found().reason()).isEqualTo("The page is torn");
        assertThat(found().times().endedAt()).isNotNull();
    }

    @Test
    void shouldFailWhenEveryEngineDiesAtThePage() {
        places.at("job-after-work", () -> {
            throw new AssertionError("dead");
        });
        for (int i = 0; i < 2; i++) {
            await().until(() -> dies(turn(SHORT)));
        }
        assertThat(found().state()).isEqualTo(JobState.WORKING);

        await().until(() -> turn(SHORT).take(() -> {}));

        assertThat(found().state()).isEqualTo(JobState.FAILED);
        assertThat(found().reason()).isEqualTo(JobEnds.DIED);
    }

    private static boolean dies(JobTurn turn) {
        try {
            turn.take(() -> {});
            return false;
        } catch (AssertionError dead) {
            return true;
        }
    }

    @Test
    void shouldNotCountItAsATryThatAServerIsAway() {
        kind.before = page -> {
            throw new UnavailableException("The store is away", null);
        };
        for (int i = 0; i < 3; i++) {
            await().until(() -> turn(LONG).take(() -> {}));
        }
        assertThat(found().state()).isEqualTo(JobState.WAITING);
        kind.before = page -> {};

        await().until(() -> turn(LONG).take(() -> {}));

        assertDone();
    }

    @Test
    void shouldStopAtThePageAtWhichItIsCancelled() {
        kind.before = page -> {
            if (page == 2) {
                Async.await(
                        store.cancel(workspace, job, times(LONG, clock).end(JobState.CANCELLED), entry("cancelled")));
            }
        };

        turn(LONG).take(() -> {});

        assertThat(found().state()).isEqualTo(JobState.CANCELLED);
        assertThat(found().progress().done()).isEqualTo(1);
        assertThat(kind.worked).containsExactly(1, 2);
        assertThat(turn(LONG).take(() -> {})).isFalse();
    }

    @Test
    void shouldGiveTheJobBackWhenItsTurnIsOver() {
        var impatient = turn(times(LONG, clock, Duration.ofNanos(-1)));

        for (int i = 0; i < 3; i++) {
            assertThat(impatient.take(() -> {})).isTrue();
            assertThat(kind.worked).hasSize(i + 1);
        }

        assertDone();
    }

    @Test
    void shouldTakeTheResultAwayAfterSevenDaysAndTheJobAfterThreeMonths() {
        turn(LONG).take(() -> {});
        assertDone();

        sweep(Duration.ofDays(6));
        assertDone();
        sweep(Duration.ofDays(8));
        assertThat(found().result()).isNull();
        assertThatThrownBy(() -> Async.all(files.read(job, 3))).hasMessageContaining("is gone");

        sweep(Duration.ofDays(100));
        assertThat(Async.await(store.find(workspace, job))).isNull();
    }

    private void sweep(Duration later) {
        var sweeper = new JobSweeper(store, files, times(LONG, Clock.offset(clock, later)));
        await().until(() -> !sweeper.sweep());
    }

    private Job assertDone() {
        var done = found();
        assertThat(done.state()).isEqualTo(JobState.DONE);
        var result = done.result();
        assertThat(result).isNotNull();
        var text = new StringBuilder();
        Async.all(files.read(job, result.pieces()))
                .forEach(piece -> text.append(new String(piece, StandardCharsets.UTF_8)));
        assertThat(text).hasToString("1\n2\n3\n");
        assertThat(result.bytes()).isEqualTo(text.length());
        return done;
    }

    private Job found() {
        return Async.value(store.find(workspace, job));
    }

    private AuditEntry entry(String action) {
        return AuditEntry.of(workspace, clock.instant(), Actor.system("test"), "job." + action, job, Map.of());
    }

    private JobTurn turn(Duration lease) {
        return turn(times(lease, clock));
    }

    private JobTurn turn(JobTimes times) {
        var kinds = new StaticListableBeanFactory(Map.of("kind", kind)).getBeanProvider(JobKind.class);
        return new JobTurn(store, files, new JobKinds(kinds), new JobEnds(store, times), times, places);
    }

    private JobTimes times(Duration lease, Clock at) {
        return times(lease, at, LONG);
    }

    private JobTimes times(Duration lease, Clock at, Duration turn) {
        var properties = new JobProperties(1, 10, turn, 2, Duration.ofDays(7), Duration.ofDays(90));
        return new JobTimes(properties, platform(lease), time, at);
    }

    private static PlatformProperties platform(Duration lease) {
        return new PlatformProperties("", "", null, false, null, lease, true);
    }
}
