package io.usher.engine.journey.internal.dispatch;

import io.usher.engine.account.Workspace;
import io.usher.engine.account.Workspaces;
import io.usher.engine.platform.async.Async;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.workflow.Reentry;
import io.usher.engine.workflow.Reentry.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Until when a start holds off the next one. */
@Component
class ReentryPeriod {

    private final Workspaces workspaces;

    ReentryPeriod(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    /** Whether a start at {@code last} (null: never) forbids another one by an event accepted at this time. */
    boolean limits(WorkspaceId workspace, Reentry reentry, @Nullable Instant last, Instant accepted) {
        if (last == null) {
            return false;
        }
        return switch (reentry.mode()) {
            case EACH -> false;
            case ONCE -> true;
            case ONCE_IN -> accepted.isBefore(over(last, reentry.every(), reentry.unit(), zone(workspace, reentry)));
        };
    }

    /** When the period that began at {@code last} is over; an event accepted exactly then may start. */
    static Instant over(Instant last, int every, @Nullable Unit unit, ZoneId zone) {
        return switch (unit) {
            case HOURS -> last.plus(Duration.ofHours(every));
            case DAYS -> last.plus(Duration.ofDays(every));
            case WEEKS -> last.plus(Duration.ofDays(7L * every));
            case MONTHS -> last.atZone(zone).plusMonths(every).toInstant();
            case null -> last;
        };
    }

    private ZoneId zone(WorkspaceId workspace, Reentry reentry) {
        if (reentry.unit() != Unit.MONTHS) {
            return ZoneOffset.UTC;
        }
        var found = Async.await(workspaces.find(workspace).map(Workspace::zone));
        return found == null ? ZoneOffset.UTC : found;
    }
}
