package io.usher.engine.journey.internal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
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
    private final Passage passage;
    private final Setbacks setbacks;
    private final Counter unknown;

    JobVisits(JourneyRuns runs, Passage passage, Setbacks setbacks, MeterRegistry meters) {
        this.runs = runs;
        this.passage = passage;
        this.setbacks = setbacks;
        this.unknown = Counter.builder("usher.jobs.unknown")
                .description("Jobs whose journey this database does not have")
                .register(meters);
    }

    public Answer answer(Job job) {
        try {
            for (int look = 0; look < LOOKS; look++) {
                var dossier = Async.await(runs.read(job.journey()));
                if (dossier == null) {
                    return unknown(job);
                }
                var answer = check(dossier, job);
                if (answer.isPresent()) {
                    return answer.get();
                }
            }
            return new Answer.Later(AWAY, "The journey changes all the time");
        } catch (Throwable e) {
            if (!Failures.unavailable(e)) {
                LOG.error("Job at {} of journey {} is put off", job.element(), job.journey(), e);
            }
            return new Answer.Later(AWAY, Failures.words(e));
        }
    }

    private Optional<Answer> check(Dossier dossier, Job job) {
        return switch (Check.of(dossier, job)) {
            case Check.Bind bind -> {
                Async.await(runs.bind(job.journey(), job.run(), job.instance()));
                yield Optional.empty();
            }
            case Check.NotMine notMine -> {
                JourneyMeters.NOT_MINE.increment();
                yield Optional.of(new Answer.CancelOwn());
            }
            case Check.Recorded recorded -> {
                JourneyMeters.VISIT_AGAIN.increment();
                yield Optional.of(Answer.to(recorded.visit()));
            }
            case Check.Due due -> visit(dossier, job);
        };
    }

    private Optional<Answer> visit(Dossier dossier, Job job) {
        try {
            return passage.of(dossier, job);
        } catch (Throwable e) {
            if (!Failures.ofContent(e)) {
                throw e;
            }
            LOG.warn("Block {} of journey {} went wrong", job.element(), job.journey(), e);
            return setbacks.tryAgain(dossier, job, Failures.words(e));
        }
    }

    private Answer unknown(Job job) {
        unknown.increment();
        LOG.warn("Job at {} of instance {}: no journey {}", job.element(), job.instance(), job.journey());
        return new Answer.Later(UNKNOWN, "This database has no journey " + job.journey());
    }
}
