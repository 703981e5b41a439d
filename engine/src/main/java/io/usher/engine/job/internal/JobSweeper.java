package io.usher.engine.job.internal;

import io.micrometer.core.instrument.MeterRegistry;
import io.usher.engine.job.internal.JobStore.Old;
import io.usher.engine.job.internal.JobStore.Waiting;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.async.Loops;
import io.usher.engine.platform.metrics.Looked;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Takes away results and jobs whose time is over, and looks how many jobs wait. Two engines may do it at once. */
@Component
class JobSweeper {

    private static final Duration POLL = Duration.ofSeconds(10);
    private static final int AT_ONCE = 20;

    private final JobStore store;
    private final JobFiles files;
    private final JobTimes times;

    JobSweeper(JobStore store, JobFiles files, JobTimes times) {
        this.store = store;
        this.files = files;
        this.times = times;
    }

    /** Its loop. */
    @Component
    static final class Schedule {

        Schedule(JobSweeper sweeper, Loops loops, MeterRegistry meters) {
            var waiting = new Looked(meters, "usher.jobs.waiting", "Jobs whose turn has come, of all engines");
            loops.add("job-sweeper", POLL, () -> {
                var due = sweeper.waiting();
                waiting.saw(due.count(), sweeper.age(due));
                return sweeper.sweep();
            });
        }
    }

    private Waiting waiting() {
        return Async.value(store.waiting(times.now(), Looked.MOST));
    }

    private Duration age(Waiting waiting) {
        return waiting.since() == null ? Duration.ZERO : Duration.between(waiting.since(), times.now());
    }

    /** True when there may be more. */
    boolean sweep() {
        var old = Async.value(store.old(times.at(), AT_ONCE));
        old.forEach(this::clean);
        return old.size() == AT_ONCE;
    }

    private void clean(Old old) {
        if (old.cleaned()) {
            Async.await(store.delete(old.id()));
        } else {
            // one more than was stored: a page that broke off may have left its piece
            Async.await(files.delete(old.id(), old.pages() + 1), Duration.ofMinutes(1));
            Async.await(store.cleaned(old.id(), times.gone()));
        }
    }
}
