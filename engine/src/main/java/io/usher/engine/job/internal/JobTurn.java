package io.usher.engine.job.internal;

import io.usher.engine.job.JobKind.Worked;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.platform.crash.CrashPoints;
import io.usher.engine.shared.Ids;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Works at the job that is due longest, page after page, until it ends or its turn is over. The page that was worked and the cursor
 * of the next one are stored in one update; what a death leaves is taken by another engine when the hold has run out.
 */
@Component
class JobTurn {

    private static final Logger LOG = LoggerFactory.getLogger(JobTurn.class);

    private final JobStore store;
    private final JobFiles files;
    private final JobKinds kinds;
    private final JobEnds ends;
    private final JobTimes times;
    private final CrashPoints crash;

    JobTurn(JobStore store, JobFiles files, JobKinds kinds, JobEnds ends, JobTimes times, CrashPoints crash) {
        this.store = store;
        this.files = files;
        this.kinds = kinds;
        this.ends = ends;
        this.times = times;
        this.crash = crash;
    }

    /** One turn; {@code alive} is told of each page. False when no job is due. */
    boolean take(Runnable alive) {
        var held = Async.await(store.take(kinds.keys(), Ids.random(), times.hold()));
        if (held == null) {
            return false;
        }
        var over = times.turn();
        while (held != null) {
            held = page(held);
            alive.run();
            if (held != null && times.now().isAfter(over)) {
                Async.await(store.release(held, 0, null, times.now()));
                held = null;
            }
        }
        return true;
    }

    /** The job as it is held after its next page; null when it is no longer worked here. */
    private @Nullable Held page(Held held) {
        if (held.tries() > times.tries()) {
            // begun that often and never ended, not even in a failure
            ends.fail(held, JobEnds.DIED);
            return null;
        }
        try {
            return worked(held);
        } catch (RuntimeException e) {
            failed(held, e);
            return null;
        }
    }

    private @Nullable Held worked(Held held) {
        var begun = times.now();
        var job = held.job();
        var kind = kinds.get(job.kind());
        var task = times.task(job);
        var file = kind.file(task);
        var page = kind.work(task, held.cursor());
        if (page.output().length > Worked.MAX_OUTPUT) {
            throw new IllegalStateException("A page of " + page.output().length + " bytes is too long");
        }
        crash.reached("job-after-work");
        if (file.isPresent()) {
            page = Async.value(files.keep(job.id(), held.page(), page));
            crash.reached("job-after-piece");
        }
        var took = Duration.between(begun, times.now());
        if (page.next() == null) {
            ends.finish(held, page, took, file.orElse(null));
            return null;
        }
        var next = Async.await(store.advance(held, page, took, times.hold().until()));
        crash.reached("job-after-page");
        return next;
    }

    private void failed(Held held, RuntimeException failure) {
        if (Thread.currentThread().isInterrupted()) {
            // the engine stops; the hold runs out by itself
            return;
        }
        var id = held.job().id();
        if (!Failures.ofContent(failure)) {
            LOG.warn("Job {} waits for a server ({})", id, failure.getMessage());
            Async.await(store.release(held, Math.max(0, held.tries() - 1), null, times.again(1)));
            return;
        }
        int tries = Math.max(1, held.tries());
        LOG.warn("Page {} of job {} failed, try {} of {}", held.page(), id, tries, times.tries(), failure);
        if (tries >= times.tries()) {
            ends.fail(held, Failures.words(failure));
        } else {
            Async.await(store.release(held, tries, Failures.words(failure), times.again(tries)));
        }
    }
}
