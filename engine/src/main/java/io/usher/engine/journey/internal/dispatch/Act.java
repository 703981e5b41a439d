package io.usher.engine.journey.internal.dispatch;

import static io.usher.engine.shared.Reason.whole;

import io.usher.engine.event.Decision;
import io.usher.engine.event.Decision.Link;
import io.usher.engine.event.Decision.Outcome;
import io.usher.engine.event.Event;
import io.usher.engine.journey.Journey;
import io.usher.engine.journey.internal.dispatch.Intent.Grantable;
import io.usher.engine.journey.internal.dispatch.Intent.Refused;
import io.usher.engine.journey.internal.dispatch.Intent.Stop;
import io.usher.engine.journey.internal.dispatch.ReentryGate.Answer;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.crash.CrashPoints;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.JourneyId;
import io.usher.engine.shared.JourneyMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * The second half of a dispatch: does what the intent says, stops before starts. Each step is idempotent by keys derived from
 * event and workflow, so any owner may repeat it.
 */
@Component
class Act {

    private final DispatchJourneys journeys;
    private final ReentryGate gate;
    private final Ending ending;
    private final CrashPoints crashPoints;

    Act(DispatchJourneys journeys, ReentryGate gate, Ending ending, CrashPoints crashPoints) {
        this.journeys = journeys;
        this.gate = gate;
        this.ending = ending;
        this.crashPoints = crashPoints;
    }

    Result by(Intent intent, Event event) {
        var decisions = new ArrayList<Decision>();
        for (Stop stop : intent.stops()) {
            decisions.add(stop(event, stop));
        }
        for (Intent.Start start : intent.starts()) {
            switch (start) {
                case Refused refused -> decisions.add(refused(refused));
                case Grantable grantable -> {
                    switch (start(event, grantable)) {
                        case Done done -> decisions.add(done.decision());
                        case Result result -> {
                            return result;
                        }
                    }
                }
            }
        }
        return new Result.Decided(decisions);
    }

    /** The decisions of an intent by which nothing is to be done. */
    static List<Decision> decisionsOnly(Intent intent) {
        var decisions = new ArrayList<Decision>();
        intent.stops().forEach(stop -> decisions.add(notStopped(stop)));
        intent.starts().stream()
                .filter(Refused.class::isInstance)
                .forEach(start -> decisions.add(refused((Refused) start)));
        return decisions;
    }

    private Decision stop(Event event, Stop stop) {
        if (stop.journeys().isEmpty()) {
            return notStopped(stop);
        }
        var stopped = stop.journeys().stream()
                .map(journey -> ending.stop(event, journey))
                .filter(journey -> endedBy(journey, event))
                .map(Journey::id)
                .toList();
        crashPoints.reached("dispatch-after-stop");
        var outcome = stopped.isEmpty() ? Outcome.NOTHING_TO_STOP : Outcome.STOPPED;
        var reason = stopped.isEmpty() ? Reasons.ENDED_MEANWHILE.with() : Reasons.STOPPED.with(whole(stopped.size()));
        return new Decision(stop.workflow(), stop.name(), Link.STOP, outcome, reason, stopped);
    }

    private static boolean endedBy(Journey journey, Event event) {
        return journey.end() != null && event.id().equals(journey.end().event());
    }

    private static Decision notStopped(Stop stop) {
        var reason = Objects.requireNonNull(stop.reason(), "a stop that names no journeys says why");
        var outcome = switch (reason.code()) {
            case "nothing-running", "no-match" -> Outcome.NOTHING_TO_STOP;
            default -> Outcome.NOT_STOPPED;
        };
        return new Decision(stop.workflow(), stop.name(), Link.STOP, outcome, reason, List.of());
    }

    private static Decision refused(Refused start) {
        return new Decision(start.workflow(), start.name(), Link.START, Outcome.NOT_STARTED, start.reason(), List.of());
    }

    private Step start(Event event, Grantable start) {
        var contact = Objects.requireNonNull(event.contact(), "a start without a contact is refused by the look");
        var id = Journey.idOf(event.workspace(), event.id(), start.workflow());
        if (!start.reentry().unlimited()) {
            if (Async.value(journeys.findAll(List.of(id)).map(Map::isEmpty))) {
                switch (gate.decide(event, contact, start)) {
                    case Answer.Granted granted -> {}
                    case Answer.Refused refused -> {
                        return new Done(refused(new Refused(start.workflow(), start.name(), refused.reason())));
                    }
                    case Answer.FinishFirst first -> {
                        return new Result.FinishFirst(first.other());
                    }
                    case Answer.Late late -> {
                        return new Result.Late();
                    }
                }
            } else {
                return new Done(started(start, id));
            }
        }
        Async.await(journeys.insert(journey(id, event, contact, start)));
        crashPoints.reached("dispatch-after-insert");
        return new Done(started(start, id));
    }

    private static Decision started(Grantable start, JourneyId journey) {
        var reason = Reasons.STARTED.with();
        return new Decision(start.workflow(), start.name(), Link.START, Outcome.STARTED, reason, List.of(journey));
    }

    private static Journey journey(JourneyId id, Event event, ContactId contact, Grantable start) {
        return new Journey(
                id,
                event.workspace(),
                start.workflow(),
                start.name(),
                start.version(),
                contact,
                new Journey.StartEvent(event.id(), event.type(), event.key(), event.params()),
                event.position(),
                Scopes.of(start.reentry(), start.value()),
                Journey.State.STARTING,
                1,
                null,
                null,
                JourneyMemory.EMPTY,
                false,
                null,
                event.acceptedAt(),
                null,
                null);
    }

    private sealed interface Step permits Done, Result {}

    private record Done(Decision decision) implements Step {}

    /** What acting came to. */
    sealed interface Result extends Step {

        /** Everything is done; these are the decisions to be stored. */
        record Decided(List<Decision> decisions) implements Result {}

        /** Another event must be finished before this one can be decided. */
        record FinishFirst(Event other) implements Result {}

        /** Somebody else has dispatched this event. */
        record Late() implements Result {}
    }
}
