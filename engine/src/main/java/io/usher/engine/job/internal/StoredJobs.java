package io.usher.engine.job.internal;

import io.usher.engine.account.Caller;
import io.usher.engine.job.Job;
import io.usher.engine.job.Job.Progress;
import io.usher.engine.job.Job.Times;
import io.usher.engine.job.JobState;
import io.usher.engine.job.Jobs;
import io.usher.engine.shared.AuditEntry;
import io.usher.engine.shared.Ids;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.Problems;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes jobs, and ends them by people's will. */
@Component
public class StoredJobs implements Jobs {

    /** So that nobody's jobs keep those of others waiting for long. */
    private static final int MOST_OPEN = 20;

    private final JobStore store;
    private final JobKinds kinds;
    private final JobTimes times;
    private final JobLoops loops;

    StoredJobs(JobStore store, JobKinds kinds, JobTimes times, JobLoops loops) {
        this.store = store;
        this.kinds = kinds;
        this.times = times;
        this.loops = loops;
    }

    @Override
    public Mono<Job> start(Caller caller, String kind, Params params) {
        return Mono.fromRunnable(() -> checkRight(caller, kind))
                .then(Mono.defer(() -> store.open(caller.workspace(), MOST_OPEN)))
                .flatMap(open -> open < MOST_OPEN ? total(caller, kind, params) : Mono.error(tooMany()))
                .flatMap(total -> insert(caller, kind, params, Progress.none(total.orElse(null))));
    }

    private static Throwable tooMany() {
        return Problems.conflict(
                "too-many-jobs", "There are " + MOST_OPEN + " jobs that have not ended; wait for one or cancel it");
    }

    /** A job's kind may ask for more than its calls do: what is had by it must be allowed to whoever asks. */
    public void checkRight(Caller caller, String kind) {
        var right = kinds.get(kind).right();
        if (!caller.may(right)) {
            throw Problems.forbidden("not-allowed", "This job needs the right " + right.key());
        }
    }

    private Mono<Optional<Long>> total(Caller caller, String kind, Params params) {
        return kinds.get(kind)
                .total(caller.workspace(), params)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private Mono<Job> insert(Caller caller, String kind, Params params, Progress progress) {
        var at = times.at();
        var job = new Job(
                Ids.random(),
                caller.workspace(),
                kind,
                params,
                caller.actor(),
                new Times(at, null, null),
                JobState.WAITING,
                progress,
                null,
                null);
        return store.insert(job, times.now(), entry(caller, job, "job.started"))
                .then(Mono.fromRunnable(loops::nudge))
                .thenReturn(job);
    }

    /**
     * Cancels the job, or takes away the result of one that is done. A job that was cancelled or has failed stays as it is.
     *
     * @return 404 when there is no such job
     */
    public Mono<Job> end(Caller caller, String id) {
        return found(caller, id).flatMap(job -> switch (job.state()) {
            case WAITING, WORKING -> cancel(caller, job);
            case DONE -> dropResult(caller, job);
            case FAILED, CANCELLED -> Mono.just(job);
        });
    }

    private Mono<Job> cancel(Caller caller, Job job) {
        return store.cancel(
                        job.workspace(), job.id(), times.end(JobState.CANCELLED), entry(caller, job, "job.cancelled"))
                .doOnNext(cancelled -> JobEnds.count(JobState.CANCELLED, 1))
                .switchIfEmpty(Mono.defer(() -> found(caller, job.id())));
    }

    private Mono<Job> dropResult(Caller caller, Job job) {
        return job.result() == null
                ? Mono.just(job)
                : store.dropResult(job.workspace(), job.id(), times.at(), entry(caller, job, "job.result-removed"))
                        .switchIfEmpty(Mono.defer(() -> found(caller, job.id())));
    }

    /** 404 when there is no such job. */
    public Mono<Job> found(Caller caller, String id) {
        return store.find(caller.workspace(), id).switchIfEmpty(Mono.error(() -> Problems.notFound("job", id)));
    }

    private AuditEntry entry(Caller caller, Job job, String action) {
        return AuditEntry.of(job.workspace(), times.at(), caller.actor(), action, job.id(), Map.of("kind", job.kind()));
    }
}
