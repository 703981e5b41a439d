package io.usher.engine.job.internal;

import io.usher.engine.job.Job;
import io.usher.engine.job.Job.Result;
import io.usher.engine.job.JobKind.Worked;
import io.usher.engine.job.JobState;
import io.usher.engine.shared.AuditEntry;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The stored jobs. When a job is looked at next ({@code due}) is a time of the machine, as leases are; every other time is the
 * clock's. A hold is a lease: it ends when nothing is said within it. Whoever was late changes nothing.
 */
public interface JobStore {

    /** Which jobs a list has; null: any. */
    record Query(@Nullable String kind, @Nullable JobState state) {}

    /** One whose time has come to be cleaned; {@code pages} pieces of its file were begun at most. */
    record Old(String id, int pages, boolean cleaned) {}

    /** An end and when it is cleaned up behind it. */
    record End(JobState state, Instant at, Instant cleanAt) {}

    Mono<Void> insert(Job job, Instant due, AuditEntry started);

    Mono<Job> find(WorkspaceId workspace, String id);

    /** Latest first. */
    Mono<Page<Job>> list(WorkspaceId workspace, Query query, PageRequest page);

    /** How many have not ended, at most {@code most}. */
    Mono<Long> open(WorkspaceId workspace, int most);

    /** Takes the one of these kinds that is due longest; its next page counts as begun once more. Empty when none is due. */
    Mono<Held> take(Collection<String> kinds, String token, Hold hold);

    /** From when until when a hold lasts, and the clock's time for a beginning. */
    record Hold(Instant now, Instant until, Instant at) {}

    /** Keeps the page and holds the job on; empty when it is held no longer. */
    Mono<Held> advance(Held held, Worked page, Duration took, Instant until);

    /** Keeps the last page, which ends the job; false when it is held no longer. */
    Mono<Boolean> finish(Held held, Worked page, Duration took, @Nullable Result result, End end);

    /** Gives the job back: its next page counts as begun {@code tries} times; false when it is held no longer. */
    Mono<Boolean> release(Held held, int tries, @Nullable String reason, Instant due);

    Mono<Boolean> fail(Held held, String reason, End end);

    /** Empty when there is no such job, or it has ended. */
    Mono<Job> cancel(WorkspaceId workspace, String id, End end, AuditEntry cancelled);

    /** The result of a job that is done can be had no longer; empty when there is none. */
    Mono<Job> dropResult(WorkspaceId workspace, String id, Instant at, AuditEntry dropped);

    Mono<List<Old>> old(Instant now, int most);

    /** Its file is gone; the job itself goes at {@code next}. */
    Mono<Void> cleaned(String id, Instant next);

    Mono<Void> delete(String id);

    /** How many are due, at most {@code most}, and since when the first of them is. */
    Mono<Waiting> waiting(Instant now, int most);

    /** What waits for its turn. */
    record Waiting(long count, @Nullable Instant since) {}
}
