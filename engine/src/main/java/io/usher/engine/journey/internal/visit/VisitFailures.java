package io.usher.engine.journey.internal.visit;

import static io.usher.engine.shared.Reason.nested;
import static io.usher.engine.shared.Reason.text;

import io.usher.engine.journey.Journey;
import io.usher.engine.journey.Journey.Failure;
import io.usher.engine.journey.Journey.State;
import io.usher.engine.journey.JourneyProperties;
import io.usher.engine.journey.internal.record.Holdup;
import io.usher.engine.journey.internal.record.Holdup.Kind;
import io.usher.engine.journey.internal.record.Job;
import io.usher.engine.journey.internal.record.JourneyRecord;
import io.usher.engine.journey.internal.record.JourneyRuns;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.shared.Reason;
import io.usher.engine.shared.Sentence;
import io.usher.engine.workflow.Workflows;
import io.usher.engine.workflow.spi.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What keeps a visit from being done: held, not yet, a try that went wrong, a failure for good. No job ever runs out of retries. */
@Component
public class VisitFailures {

    private static final Sentence HELD = Sentence.of("trail", "held");
    private static final Sentence TRIES_USED_UP = Sentence.of("failure", "tries-used-up", "why");
    private static final Sentence ERROR = Sentence.of("failure", "error", "message");
    private static final Sentence START_FAILED = Sentence.of("failure", Failure.START_FAILED, "message");

    private static final List<Duration> BACKOFF =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofSeconds(60));
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final int LOOKS = 3;
    private static final Duration SHORTEST_HOLD = Duration.ofSeconds(2);
    private static final Duration LONGEST_HOLD = Duration.ofSeconds(30);

    private final JourneyRuns runs;
    private final Parkings parkings;
    private final Workflows workflows;
    private final JourneyProperties properties;
    private final Clock clock;

    VisitFailures(JourneyRuns runs, Parkings parkings, Workflows workflows, JourneyProperties properties, Clock clock) {
        this.runs = runs;
        this.parkings = parkings;
        this.workflows = workflows;
        this.properties = properties;
        this.clock = clock;
    }

    /** An answer while the workflow holds the people inside; looked at less often the longer it lasts. */
    Optional<JobAnswer> held(JourneyRecord record, Job job) {
        if (!Async.value(workflows.held(record.journey().workflow()))) {
            return Optional.empty();
        }
        var now = clock.instant();
        var noted = record.holdup(job).filter(holdup -> holdup.kind() == Kind.HELD);
        var since = noted.map(Holdup::since).orElse(now);
        var why = HELD.with();
        if (noted.isEmpty()) {
            var tries = record.holdup(job).map(Holdup::tries).orElse(0);
            var holdup = new Holdup(job.key(), Kind.HELD, why, now, null, tries);
            if (!Async.value(runs.holdup(job, holdup))) {
                return Optional.of(new JobAnswer.Later(SHORTEST, why.code()));
            }
        }
        return Optional.of(new JobAnswer.Later(holdTime(Duration.between(since, now)), why.code()));
    }

    /** Again after a while, as often as it takes; noted when it says something new. */
    Optional<JobAnswer> notYet(JourneyRecord record, Job job, Outcome.NotYet outcome) {
        var after = outcome.after().compareTo(SHORTEST) < 0 ? SHORTEST : outcome.after();
        var noted = record.holdup(job);
        boolean known = noted.filter(holdup -> holdup.kind() == Kind.NOT_YET)
                .filter(holdup -> holdup.why().equals(outcome.why()))
                .isPresent();
        if (!known) {
            var tries = noted.map(Holdup::tries).orElse(0);
            var holdup = new Holdup(job.key(), Kind.NOT_YET, outcome.why(), clock.instant(), null, tries);
            if (!Async.value(runs.holdup(job, holdup))) {
                return Optional.empty();
            }
        }
        return Optional.of(new JobAnswer.Later(after, outcome.why().code()));
    }

    /** As below, by what was thrown. */
    Optional<JobAnswer> tryAgain(JourneyRecord record, Job job, Throwable thrown) {
        return tryAgain(record, job, ERROR.with(text(Failures.words(thrown))));
    }

    /** One try is used up; after the last one the journey is parked. */
    Optional<JobAnswer> tryAgain(JourneyRecord record, Job job, Reason why) {
        int tries = record.holdup(job).map(Holdup::tries).orElse(0) + 1;
        if (tries >= properties.blockTries()) {
            return park(record, job, TRIES_USED_UP.with(nested(why)));
        }
        var now = clock.instant();
        var after = BACKOFF.get(Math.min(tries, BACKOFF.size()) - 1);
        var holdup = new Holdup(job.key(), Kind.TRYING, why, now, now.plus(after), tries);
        return Async.value(runs.holdup(job, holdup))
                ? Optional.of(new JobAnswer.Later(after, why.code()))
                : Optional.empty();
    }

    /** Records the failure and takes the key off, then the instance is cancelled: a parked journey has nothing in the broker. */
    Optional<JobAnswer> park(JourneyRecord record, Job job, Reason why) {
        var parking = parkings.ofJob(record, job, why);
        return Async.value(runs.park(record, job, parking)) ? Optional.of(new JobAnswer.CancelOwn()) : Optional.empty();
    }

    /**
     * Parks a journey for whose run no instance can be made, whether its first elements are decided or not. As it is now: the try
     * itself may have decided them. Nothing when it is bound meanwhile, was stopped or placed anew.
     */
    public void parkStart(Journey tried, Throwable cause) {
        var why = START_FAILED.with(text(Failures.words(cause)));
        for (int looks = 0; looks < LOOKS; looks++) {
            var now = Async.await(runs.read(tried.id()));
            if (now == null
                    || now.journey().state() != State.STARTING
                    || now.journey().run() != tried.run()
                    || Async.value(runs.park(now, null, parkings.ofStart(now, why)))) {
                return;
            }
        }
    }

    private static Duration holdTime(Duration soFar) {
        var half = soFar.dividedBy(2);
        if (half.compareTo(SHORTEST_HOLD) < 0) {
            return SHORTEST_HOLD;
        }
        return half.compareTo(LONGEST_HOLD) > 0 ? LONGEST_HOLD : half;
    }
}
