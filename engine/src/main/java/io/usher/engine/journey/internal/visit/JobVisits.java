package io.usher.engine.journey.internal.visit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.usher.engine.journey.internal.record.Job;
import io.usher.engine.journey.internal.record.JourneyMeters;
import io.usher.engine.journey.internal.record.JourneyRecord;
import io.usher.engine.journey.internal.record.JourneyRuns;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.async.Failures;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What is to be done with a job: the checks in their order, then the visit, and from the first check again whenever a guarded
 * update did not match (mechanism.md, section 5).
 */
@Component
public class JobVisits {

    private static final Logger LOG = LoggerFactory.getLogger(JobVisits.class);
    private static final Duration UNKNOWN = Duration.ofSeconds(30);
    private static final Duration AWAY = Duration.ofSeconds(2);
    private static final int LOOKS = 20;

    private final JourneyRuns runs;
    private final VisitExecution execution;
    private final VisitFailures failures;
    private final Counter unknown;

    JobVisits(JourneyRuns runs, VisitExecution execution, VisitFailures failures, MeterRegistry meters) {
        this.runs = runs;
        this.execution = execution;
        this.failures = failures;
        this.unknown = Counter.builder("usher.jobs.unknown")
                .description("Jobs whose journey this database does not have")
                .register(meters);
    }

    public JobAnswer answer(Job job) {
        try {
            for (int look = 0; look < LOOKS; look++) {
                var record = Async.await(runs.read(job.journey()));
                if (record == null) {
                    return unknown(job);
                }
                var answer = check(record, job);
                if (answer.isPresent()) {
                    return answer.get();
                }
            }
            return new JobAnswer.Later(AWAY, "The journey changes all the time");
        } catch (Throwable e) {
            if (!Failures.unavailable(e)) {
                LOG.error("Job at {} of journey {} is put off", job.element(), job.journey(), e);
            }
            return new JobAnswer.Later(AWAY, Failures.words(e));
        }
    }

    private Optional<JobAnswer> check(JourneyRecord record, Job job) {
        return switch (Check.of(record, job)) {
            case Check.Bind bind -> {
                Async.await(runs.bind(job.journey(), job.run(), job.instance()));
                yield Optional.empty();
            }
            case Check.NotMine notMine -> {
                JourneyMeters.jobOfAnotherRun();
                yield Optional.of(new JobAnswer.CancelOwn());
            }
            case Check.Recorded recorded -> {
                JourneyMeters.visitAgain();
                yield Optional.of(JobAnswer.to(recorded.visit()));
            }
            case Check.Due due -> visit(record, job);
        };
    }

    private Optional<JobAnswer> visit(JourneyRecord record, Job job) {
        try {
            return execution.of(record, job);
        } catch (Throwable e) {
            if (!Failures.ofContent(e)) {
                throw e;
            }
            LOG.warn("Block {} of journey {} went wrong", job.element(), job.journey(), e);
            return failures.tryAgain(record, job, e);
        }
    }

    private JobAnswer unknown(Job job) {
        unknown.increment();
        LOG.warn("Job at {} of instance {}: no journey {}", job.element(), job.instance(), job.journey());
        return new JobAnswer.Later(UNKNOWN, "This database has no journey " + job.journey());
    }
}
