package io.usher.engine.job.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.usher.engine.account.ActorNames;
import io.usher.engine.account.Caller;
import io.usher.engine.account.Needs;
import io.usher.engine.account.Right;
import io.usher.engine.job.Job;
import io.usher.engine.job.Job.Result;
import io.usher.engine.job.JobState;
import io.usher.engine.job.internal.JobFiles;
import io.usher.engine.job.internal.JobStore;
import io.usher.engine.job.internal.JobStore.Query;
import io.usher.engine.job.internal.StoredJobs;
import io.usher.engine.shared.Keyed;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.Problems;
import io.usher.engine.shared.Texts;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/jobs")
@Tag(name = "Jobs")
class JobController {

    private final StoredJobs jobs;
    private final JobStore store;
    private final JobFiles files;
    private final ActorNames names;
    private final Clock clock;

    JobController(StoredJobs jobs, JobStore store, JobFiles files, ActorNames names, Clock clock) {
        this.jobs = jobs;
        this.store = store;
        this.files = files;
        this.names = names;
        this.clock = clock;
    }

    @Needs(Right.JOB_READ)
    @GetMapping
    @Operation(
            summary = "Long work, latest first: how far it is, what it came to, and who asked for it",
            description = "state: waiting, working, done, failed, cancelled; kind: contact-export. Jobs are shown for "
                    + "three months after their end.")
    Mono<Page<JobAnswer>> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var query = new Query(Texts.blankToNull(kind), state(Texts.blankToNull(state)));
        return store.list(caller.workspace(), query, PageRequest.of(cursor, limit))
                .flatMap(this::named);
    }

    private static @Nullable JobState state(@Nullable String key) {
        return key == null ? null : Keyed.read(JobState.class, "state", key);
    }

    @Needs(Right.JOB_READ)
    @GetMapping("/{id}")
    @Operation(summary = "One job; ask again every second or so while it has not ended")
    Mono<JobAnswer> find(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return jobs.found(caller, id).flatMap(this::named);
    }

    @Needs(Right.JOB_CANCEL)
    @DeleteMapping("/{id}")
    @Operation(
            summary = "Cancel a job; of one that is done, take the result away",
            description = "What it did until then stays done. Repeating changes nothing.")
    Mono<JobAnswer> end(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return jobs.end(caller, id).flatMap(this::named);
    }

    @Needs(Right.JOB_READ)
    @GetMapping("/{id}/result")
    @Operation(
            summary = "The file that the job made; also needs the right that its kind needs",
            description = "409 before the job is done, 404 when it makes no file or its result was taken away.")
    Mono<ResponseEntity<Flux<DataBuffer>>> result(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return jobs.found(caller, id).map(job -> {
            jobs.checkRight(caller, job.kind());
            return file(job);
        });
    }

    private ResponseEntity<Flux<DataBuffer>> file(Job job) {
        if (job.state() != JobState.DONE) {
            throw Problems.conflict(
                    "not-done", "This job is " + job.state().key() + "; only one that is done has a result");
        }
        Result result = job.result();
        if (result == null || !result.until().isAfter(clock.instant())) {
            throw Problems.notFound("result of job", job.id());
        }
        var name = ContentDisposition.attachment()
                .filename(result.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .contentType(MediaType.parseMediaType(result.mediaType()))
                .contentLength(result.bytes())
                .body(files.read(job.id(), result.pieces()).map(DefaultDataBufferFactory.sharedInstance::wrap));
    }

    private Mono<JobAnswer> named(Job job) {
        return names.of(List.of(job.by())).map(known -> JobAnswer.of(job, known, clock.instant()));
    }

    private Mono<Page<JobAnswer>> named(Page<Job> page) {
        var actors = page.items().stream().map(Job::by).distinct().toList();
        return names.of(actors).map(known -> page.map(job -> JobAnswer.of(job, known, clock.instant())));
    }
}
