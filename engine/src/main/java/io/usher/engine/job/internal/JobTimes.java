package io.usher.engine.job.internal;

import io.usher.engine.job.Job;
import io.usher.engine.job.JobKind.Task;
import io.usher.engine.job.JobProperties;
import io.usher.engine.job.JobState;
import io.usher.engine.job.internal.JobStore.End;
import io.usher.engine.job.internal.JobStore.Hold;
import io.usher.engine.platform.PlatformProperties;
import io.usher.engine.platform.time.RealTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** How long what lasts: holds and tries by the machine's time, what is kept by the clock. */
@Component
class JobTimes {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    /** By then nobody works any more at a job that was ended under the hands of an engine. */
    private static final Duration LATE = Duration.ofHours(1);

    private final JobProperties properties;
    private final Duration lease;
    private final RealTime time;
    private final Clock clock;

    JobTimes(JobProperties properties, PlatformProperties platform, RealTime time, Clock clock) {
        this.properties = properties;
        this.lease = platform.leaseTime();
        this.time = time;
        this.clock = clock;
    }

    Instant now() {
        return time.now();
    }

    /** The clock's time. */
    Instant at() {
        return clock.instant();
    }

    Hold hold() {
        return new Hold(now(), now().plus(lease), at());
    }

    Instant turn() {
        return now().plus(properties.turn());
    }

    int tries() {
        return properties.tries();
    }

    /** When a page is tried again that failed so often: after 1, 2, 4 .. seconds. */
    Instant again(int tries) {
        var pause = Duration.ofSeconds(1L << Math.min(tries - 1, 6));
        return now().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }

    Task task(Job job) {
        return new Task(
                job.id(), job.workspace(), job.params(), job.by(), job.times().createdAt(), properties.pageSize());
    }

    End end(JobState state) {
        return new End(state, at(), state == JobState.DONE ? resultUntil() : at().plus(LATE));
    }

    Instant resultUntil() {
        return at().plus(properties.resultKept());
    }

    /** When one that has ended and was cleaned is shown no longer. */
    Instant gone() {
        return at().plus(properties.kept());
    }
}
