package io.usher.engine.journey.work;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.usher.engine.journey.internal.record.Instances;
import io.usher.engine.journey.internal.record.Job;
import io.usher.engine.journey.internal.visit.JobAnswer;
import io.usher.engine.journey.internal.visit.JobVisits;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.platform.zeebe.BrokerAnswers;
import io.usher.engine.shared.JourneyId;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The one place where answers become commands: complete, fail with backoff, cancel. A job's retries are never used up. */
@Component
class JobAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(JobAnswers.class);
    private static final Duration LIMIT = Duration.ofSeconds(45);

    private final Function<Job, JobAnswer> visits;
    private final Instances instances;
    private final JobKeeper keeper;

    @Autowired
    JobAnswers(JobVisits visits, Instances instances, JobKeeper keeper) {
        this(visits::answer, instances, keeper);
    }

    JobAnswers(Function<Job, JobAnswer> visits, Instances instances, JobKeeper keeper) {
        this.visits = visits;
        this.instances = instances;
        this.keeper = keeper;
    }

    /**
     * Never throws: a job that cannot be answered comes again when its time has run out. It is at work until its answer is known,
     * not until the broker has taken that: the broker may hand it out again before we hear that it took the answer, and whoever
     * gets it then must not leave it to one who is done with it. What was done is recorded, so it is only answered again.
     */
    void handle(JobClient client, ActivatedJob activated) {
        try {
            var key = activated.getKey();
            keeper.during(key, () -> visits.apply(job(activated)))
                    .ifPresentOrElse(
                            answer -> answer(client, activated, answer),
                            () -> LOG.warn("Job {} came again while it is at work here", key));
        } catch (Throwable e) {
            if (Failures.unavailable(e)) {
                LOG.warn("Job {} comes again: {}", activated.getKey(), e.getMessage());
            } else {
                LOG.error("Job {} comes again", activated.getKey(), e);
            }
        }
    }

    /** Completing, failing or cancelling what is gone is fine: stopped, taken over, or answered before. */
    private void answer(JobClient client, ActivatedJob job, JobAnswer answer) {
        switch (answer) {
            case JobAnswer.Complete complete -> {
                var ahead = complete.ahead();
                Map<String, Object> variables = Map.of("exits", ahead.exits(), "until", ahead.until());
                Async.await(
                        BrokerAnswers.repeated(() -> client.newCompleteCommand(job.getKey())
                                .variables(variables)
                                .send()),
                        LIMIT);
            }
            case JobAnswer.Later later ->
                Async.await(
                        BrokerAnswers.repeated(() -> client.newFailCommand(job.getKey())
                                .retries(Math.max(1, job.getRetries()))
                                .retryBackoff(later.after())
                                .errorMessage(later.why())
                                .send()),
                        LIMIT);
            case JobAnswer.CancelOwn cancel -> Async.await(instances.cancel(job.getProcessInstanceKey()), LIMIT);
        }
    }

    private static Job job(ActivatedJob job) {
        var variables = job.getVariablesAsMap();
        var journey = variables.get("journey") instanceof String id && !id.isEmpty() ? id : "none";
        int run = variables.get("run") instanceof Number number ? number.intValue() : 0;
        return new Job(
                new JourneyId(journey),
                run,
                job.getProcessInstanceKey(),
                job.getElementInstanceKey(),
                job.getElementId());
    }
}
