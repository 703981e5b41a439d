package io.usher.engine.journey.internal;

import io.usher.engine.journey.Journey.Failure;
import io.usher.engine.journey.JourneyProperties;
import io.usher.engine.journey.TrailEntry.Result;
import io.usher.engine.journey.internal.JourneyRuns.Parking;
import io.usher.engine.journey.internal.Note.Kind;
import io.usher.engine.platform.async.Async;
import io.usher.engine.workflow.Version;
import io.usher.engine.workflow.Workflows;
import io.usher.engine.workflow.spi.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What keeps a visit from being done: held, not yet, a try that went wrong, a failure for good. No job ever runs out of retries. */
@Component
class Setbacks {

    private static final List<Duration> BACKOFF =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ofSeconds(60));
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration SHORTEST_HOLD = Duration.ofSeconds(2);
    private static final Duration LONGEST_HOLD = Duration.ofSeconds(30);

    private final JourneyRuns runs;
    private final Workflows workflows;
    private final JourneyProperties properties;
    private final Clock clock;

    Setbacks(JourneyRuns runs, Workflows workflows, JourneyProperties properties, Clock clock) {
        this.runs = runs;
        this.workflows = workflows;
        this.properties = properties;
        this.clock = clock;
    }

    /** An answer while the workflow holds the people inside; looked at less often the longer it lasts. */
    Optional<Answer> held(Dossier dossier, Job job) {
        if (!Async.value(workflows.held(dossier.journey().workflow()))) {
            return Optional.empty();
        }
        var now = clock.instant();
        var noted = dossier.note(job).filter(note -> note.kind() == Kind.HELD);
        var since = noted.map(Note::since).orElse(now);
        var text = "Held: the workflow is paused, and people inside wait before their next block";
        if (noted.isEmpty()) {
            var tries = dossier.note(job).map(Note::tries).orElse(0);
            var note = new Note(job.key(), Kind.HELD, text, now, null, tries);
            if (!Async.value(runs.note(job, note))) {
                return Optional.of(new Answer.Later(SHORTEST, text));
            }
        }
        return Optional.of(new Answer.Later(holdTime(Duration.between(since, now)), text));
    }

    /** Again after a while, as often as it takes; noted when it says something new. */
    Optional<Answer> notYet(Dossier dossier, Job job, Outcome.NotYet outcome) {
        var after = outcome.after().compareTo(SHORTEST) < 0 ? SHORTEST : outcome.after();
        var noted = dossier.note(job);
        boolean known = noted.filter(note -> note.kind() == Kind.NOT_YET)
                .filter(note -> note.text().equals(outcome.why()))
                .isPresent();
        if (!known) {
            var tries = noted.map(Note::tries).orElse(0);
            var note = new Note(job.key(), Kind.NOT_YET, outcome.why(), clock.instant(), null, tries);
            if (!Async.value(runs.note(job, note))) {
                return Optional.empty();
            }
        }
        return Optional.of(new Answer.Later(after, outcome.why()));
    }

    /** One try is used up; after the last one the journey is parked. */
    Optional<Answer> tryAgain(Dossier dossier, Job job, String why) {
        int tries = dossier.note(job).map(Note::tries).orElse(0) + 1;
        if (tries >= properties.blockTries()) {
            return park(dossier, job, "tries-used-up", why);
        }
        var now = clock.instant();
        var after = BACKOFF.get(Math.min(tries, BACKOFF.size()) - 1);
        var note = new Note(job.key(), Kind.TRYING, why, now, now.plus(after), tries);
        return Async.value(runs.note(job, note)) ? Optional.of(new Answer.Later(after, why)) : Optional.empty();
    }

    /** Records the failure and takes the key off, then the instance is cancelled: a parked journey has nothing in the broker. */
    Optional<Answer> park(Dossier dossier, Job job, String code, String why) {
        var version = Versions.of(workflows, dossier.journey());
        var flow = Elements.flowOfStep(job.element());
        var block = flow.map(id -> version.graph().flow(id).target()).orElse(job.element());
        var parking = parking(dossier, version, block, new Reason(code, why), flow.orElse(null));
        return Async.value(runs.park(dossier, job, parking)) ? Optional.of(new Answer.CancelOwn()) : Optional.empty();
    }

    /** Parks a journey whose first elements cannot be decided; true when it is parked now. */
    boolean parkStart(Dossier dossier, String why) {
        var version = Versions.of(workflows, dossier.journey());
        var start = version.graph().start();
        return Async.value(
                runs.park(dossier, null, parking(dossier, version, start, new Reason("start-failed", why), null)));
    }

    private Parking parking(Dossier dossier, Version version, String block, Reason reason, @Nullable String flow) {
        var now = clock.instant();
        var node = version.graph().node(block);
        var line = TrailLines.passed(
                node, dossier.pass(block), entered(dossier, now), now, Result.FAILED, reason.why(), null);
        return new Parking(new Failure(block, reason.code(), reason.why(), now), line, flow);
    }

    private static Instant entered(Dossier dossier, Instant now) {
        return dossier.standing() == null ? now : dossier.standing().place().since();
    }

    private static Duration holdTime(Duration soFar) {
        var half = soFar.dividedBy(2);
        if (half.compareTo(SHORTEST_HOLD) < 0) {
            return SHORTEST_HOLD;
        }
        return half.compareTo(LONGEST_HOLD) > 0 ? LONGEST_HOLD : half;
    }

    private record Reason(String code, String why) {}
}
