package io.usher.engine.job.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.usher.engine.job.Job;
import io.usher.engine.job.Job.Result;
import io.usher.engine.job.JobState;
import io.usher.engine.shared.Actor;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A job as the API shows it. */
@Schema(name = "Job")
record JobAnswer(
        String id,
        String kind,

        @Schema(allowableValues = {"waiting", "working", "done", "failed", "cancelled"})
        String state,

        Map<String, @Nullable Object> params,
        ByAnswer by,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        ProgressAnswer progress,
        @Nullable ResultAnswer result,

        @Schema(description = "Why it failed, or why its last page is tried again") @Nullable
        String reason) {

    /** {@code name} is what the user or key is called now; null when there is none of that id any more. */
    record ByAnswer(String kind, String id, @Nullable String name) {}

    record ProgressAnswer(
            long done,

            @Schema(description = "About how many there are; null when that is not known") @Nullable
            Long total,

            @Schema(description = "What became of them, by names of the kind")
            Map<String, Long> counts,

            @Schema(description = "At the pace so far; null when that cannot be told or nothing is left") @Nullable
            Long secondsLeft) {}

    record ResultAnswer(
            String name,
            String mediaType,
            long bytes,
            @Schema(description = "It is taken away then") Instant until,
            @Schema(description = "Where it is") String path) {}

    static JobAnswer of(Job job, Map<Actor, String> names, Instant now) {
        var by = job.by();
        return new JobAnswer(
                job.id(),
                job.kind(),
                job.state().key(),
                job.params().values(),
                new ByAnswer(by.kind().key(), by.id(), names.get(by)),
                job.times().createdAt(),
                job.times().startedAt(),
                job.times().endedAt(),
                progress(job),
                result(job, now),
                job.reason());
    }

    private static ProgressAnswer progress(Job job) {
        var progress = job.progress();
        boolean open = job.state() == JobState.WAITING || job.state() == JobState.WORKING;
        return new ProgressAnswer(
                progress.done(),
                progress.total(),
                new TreeMap<>(progress.counts()),
                open
                        ? progress.left()
                                .map(left -> left.plusMillis(999).toSeconds())
                                .orElse(null)
                        : null);
    }

    private static @Nullable ResultAnswer result(Job job, Instant now) {
        Result result = job.result();
        return result == null || !result.until().isAfter(now)
                ? null
                : new ResultAnswer(
                        result.name(),
                        result.mediaType(),
                        result.bytes(),
                        result.until(),
                        "/api/v1/jobs/" + job.id() + "/result");
    }
}
