package io.usher.engine.job.internal;

import io.usher.engine.job.Job.Result;
import io.usher.engine.job.JobKind.ResultFile;
import io.usher.engine.job.JobKind.Worked;
import io.usher.engine.job.JobState;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.metrics.Counts;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** How jobs end here. */
@Component
class JobEnds {

    static final String DIED = "The engine ended several times while it worked at this page";

    private static final Logger LOG = LoggerFactory.getLogger(JobEnds.class);

    private final JobStore store;
    private final JobTimes times;

    JobEnds(JobStore store, JobTimes times) {
        this.store = store;
        this.times = times;
        Arrays.stream(JobState.values()).filter(JobEnds::end).forEach(state -> count(state, 0));
    }

    private static boolean end(JobState state) {
        return state != JobState.WAITING && state != JobState.WORKING;
    }

    /** The last page is kept, and with it the result. */
    void finish(Held held, Worked last, Duration took, @Nullable ResultFile file) {
        var end = times.end(JobState.DONE);
        var bytes = held.bytes() + last.output().length;
        var result =
                file == null ? null : new Result(file.name(), file.mediaType(), bytes, held.page() + 1, end.cleanAt());
        if (Async.value(store.finish(held, last, took, result, end))) {
            count(JobState.DONE, 1);
        }
    }

    void fail(Held held, String reason) {
        if (Async.value(store.fail(held, reason, times.end(JobState.FAILED)))) {
            LOG.error(
                    "Job {} of kind {} failed: {}", held.job().id(), held.job().kind(), reason);
            count(JobState.FAILED, 1);
        }
    }

    static void count(JobState state, int number) {
        Counts.counter("usher.jobs.ended", "Jobs that ended here", "state", state.key())
                .increment(number);
    }
}
