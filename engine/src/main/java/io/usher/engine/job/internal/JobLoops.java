package io.usher.engine.job.internal;

import io.usher.engine.job.JobProperties;
import io.usher.engine.platform.async.Loop;
import io.usher.engine.platform.async.Loops;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** The loops that work jobs: as many as jobs are worked at once. */
@Component
class JobLoops {

    private static final Duration POLL = Duration.ofSeconds(1);

    private final List<Loop> loops;

    JobLoops(Loops loops, JobTurn turn, JobProperties properties) {
        this.loops = IntStream.rangeClosed(1, properties.atOnce())
                .mapToObj(n -> add(loops, "jobs-" + n, turn))
                .toList();
    }

    private static Loop add(Loops loops, String name, JobTurn turn) {
        var itself = new AtomicReference<Loop>();
        var loop = loops.add(name, POLL, () -> turn.take(() -> alive(itself)));
        itself.set(loop);
        return loop;
    }

    private static void alive(AtomicReference<Loop> itself) {
        var loop = itself.get();
        if (loop != null) {
            loop.alive();
        }
    }

    /** There is a new job. */
    void nudge() {
        loops.forEach(Loop::nudge);
    }
}
