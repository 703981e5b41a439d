package io.usher.engine.journey.internal.commands;

import static io.usher.engine.shared.Reason.text;

import io.usher.engine.journey.Journey;
import io.usher.engine.journey.Journey.End;
import io.usher.engine.journey.Journey.Failure;
import io.usher.engine.journey.Journey.State;
import io.usher.engine.journey.internal.dispatch.DispatchJourneys;
import io.usher.engine.journey.internal.record.JourneyRecord;
import io.usher.engine.journey.internal.record.JourneyRuns;
import io.usher.engine.journey.internal.record.Resumption;
import io.usher.engine.journey.internal.start.StartNudge;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.shared.AuditEntry;
import io.usher.engine.shared.JourneyId;
import io.usher.engine.shared.NamedActor;
import io.usher.engine.shared.ProblemException;
import io.usher.engine.shared.Problems;
import io.usher.engine.shared.Sentence;
import io.usher.engine.shared.WorkspaceId;
import java.time.Clock;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What a person does with one journey; straight blocking code. */
@Component
class JourneyCommands {

    private static final Sentence STOPPED_BY_PERSON = Sentence.of("end", "stopped-by-person", "person");

    private static final int TRIES = 3;

    private final JourneyRuns runs;
    private final DispatchJourneys journeys;
    private final Resumptions resumptions;
    private final Aftermath aftermath;
    private final StartNudge nudge;
    private final Clock clock;

    JourneyCommands(
            JourneyRuns runs,
            DispatchJourneys journeys,
            Resumptions resumptions,
            Aftermath aftermath,
            StartNudge nudge,
            Clock clock) {
        this.runs = runs;
        this.journeys = journeys;
        this.resumptions = resumptions;
        this.aftermath = aftermath;
        this.nudge = nudge;
        this.clock = clock;
    }

    Journey stop(WorkspaceId workspace, JourneyId id, NamedActor by) {
        var before = record(workspace, id).journey();
        var end = new End(clock.instant(), STOPPED_BY_PERSON.with(text(by.name())), null, null);
        var after = before.state().ended() ? before : Async.value(journeys.stop(id, end, audit(before, by, "stopped")));
        if (!end.equals(after.end())) {
            throw Problems.conflict("ended", "The journey has ended already");
        }
        aftermath.stopped(after, end);
        return after;
    }

    Journey retry(WorkspaceId workspace, JourneyId id, NamedActor by) {
        place(
                workspace,
                id,
                (parked, failure) -> resumptions.retry(parked, failure, by.name()),
                read -> audit(read, by, "retried"));
        return record(workspace, id).journey();
    }

    Journey skip(WorkspaceId workspace, JourneyId id, NamedActor by) {
        var parked = place(
                workspace,
                id,
                (read, failure) -> resumptions.skip(read, failure, by.name()),
                read -> audit(read, by, "skipped"));
        aftermath.skipped(parked, failure(parked));
        return record(workspace, id).journey();
    }

    /** Places a parked journey anew; the journey as it was parked. */
    private JourneyRecord place(
            WorkspaceId workspace,
            JourneyId id,
            BiFunction<JourneyRecord, Failure, Resumption> where,
            Function<Journey, AuditEntry> audit) {
        for (int tries = 0; tries < TRIES; tries++) {
            var parked = record(workspace, id);
            if (Async.value(runs.place(parked, decide(parked, where), audit.apply(parked.journey())))) {
                nudge.inserted();
                return parked;
            }
        }
        throw Problems.conflict("changed", "Somebody else changed the journey at the same time; try again");
    }

    private AuditEntry audit(Journey journey, NamedActor by, String action) {
        var failure = journey.failure();
        return AuditEntry.of(
                journey.workspace(),
                clock.instant(),
                by.actor(),
                "journey." + action,
                journey.id().value(),
                failure == null ? Map.of() : Map.of("block", failure.block()));
    }

    private static Resumption decide(JourneyRecord parked, BiFunction<JourneyRecord, Failure, Resumption> where) {
        var failure = failure(parked);
        try {
            return where.apply(parked, failure);
        } catch (ProblemException e) {
            throw e;
        } catch (RuntimeException e) {
            if (Failures.unavailable(e)) {
                throw e;
            }
            throw Problems.conflict("cannot-go-on", "The next block cannot be decided: " + e.getMessage());
        }
    }

    private static Failure failure(JourneyRecord record) {
        var failure = record.journey().failure();
        if (record.journey().state() == State.FAILED && failure != null) {
            return failure;
        }
        throw Problems.conflict("not-parked", notParked(record.journey()));
    }

    private static String notParked(Journey journey) {
        return switch (journey.state()) {
            case STARTING, RUNNING -> "The journey has not failed: it is running";
            case FAILED -> "The journey has failed without a reason";
            case FINISHED, STOPPED -> "The journey has ended";
        };
    }

    private JourneyRecord record(WorkspaceId workspace, JourneyId id) {
        var found = Async.await(runs.read(id));
        if (found == null || !found.journey().workspace().equals(workspace)) {
            throw Problems.notFound("journey", id.value());
        }
        return found;
    }
}
