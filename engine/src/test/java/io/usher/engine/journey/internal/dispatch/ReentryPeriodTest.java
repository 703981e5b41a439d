package io.usher.engine.journey.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.account.Workspace;
import io.usher.engine.account.Workspaces;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.workflow.Reentry;
import io.usher.engine.workflow.Reentry.Mode;
import io.usher.engine.workflow.Reentry.Unit;
import io.usher.engine.workflow.Reentry.WhileRunning;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class ReentryPeriodTest {

    private static final WorkspaceId WORKSPACE = new WorkspaceId("w1");
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    @Test
    void shouldCountHoursDaysAndWeeksInSecondsOverAChangeOfTheClocks() {
        var beforeSpring = Instant.parse("2026-03-28T12:00:00Z");

        assertThat(over(beforeSpring, 3, Unit.HOURS)).isEqualTo("2026-03-28T15:00:00Z");
        assertThat(over(beforeSpring, 1, Unit.DAYS)).isEqualTo("2026-03-29T12:00:00Z");
        assertThat(over(beforeSpring, 2, Unit.WEEKS)).isEqualTo("2026-04-11T12:00:00Z");
    }

    @Test
    void shouldCountMonthsByTheWorkspacesCalendarAndClampTheirEnd() {
        assertThat(over(Instant.parse("2026-03-15T11:00:00Z"), 1, Unit.MONTHS)).isEqualTo("2026-04-15T10:00:00Z");
        assertThat(over(Instant.parse("2026-01-30T23:30:00Z"), 1, Unit.MONTHS)).isEqualTo("2026-02-27T23:30:00Z");
    }

    @Test
    void shouldAllowTheNextStartExactlyWhenThePeriodIsOver() {
        var last = Instant.parse("2026-05-01T10:00:00Z");
        var hourly = new Reentry(Mode.ONCE_IN, 1, Unit.HOURS, null, WhileRunning.START);
        var period = new ReentryPeriod(new NoWorkspaces());

        assertThat(period.limits(WORKSPACE, hourly, last, last.plusSeconds(3600).minusMillis(1)))
                .isTrue();
        assertThat(period.limits(WORKSPACE, hourly, last, last.plusSeconds(3600)))
                .isFalse();
        assertThat(period.limits(WORKSPACE, hourly, null, last)).isFalse();
    }

    private static Instant over(Instant last, int every, Unit unit) {
        return ReentryPeriod.over(last, every, unit, STOCKHOLM);
    }

    /** Hours need no workspace's zone. */
    private record NoWorkspaces() implements Workspaces {

        @Override
        public Mono<Workspace> find(WorkspaceId id) {
            return Mono.error(new AssertionError());
        }

        @Override
        public Mono<Workspace> read(WorkspaceId id) {
            return Mono.error(new AssertionError());
        }

        @Override
        public Mono<Workspace> change(Workspace next) {
            return Mono.error(new AssertionError());
        }

        @Override
        public Mono<Workspace> create(Workspace workspace) {
            return Mono.error(new AssertionError());
        }
    }
}
