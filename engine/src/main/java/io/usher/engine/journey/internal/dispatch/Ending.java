package io.usher.engine.journey.internal.dispatch;

import io.usher.engine.event.Event;
import io.usher.engine.journey.Journey;
import io.usher.engine.journey.Journey.End;
import io.usher.engine.journey.internal.record.Instances;
import io.usher.engine.message.Messages;
import io.usher.engine.platform.async.Async;
import io.usher.engine.shared.JourneyId;
import io.usher.engine.shared.Reason;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Ends journeys: one update decides, then the process instance is cancelled and waiting messages are withdrawn. Everything is
 * repeated when it is called again for the same event, also when the journey already carries the event as its end.
 */
@Component
class Ending {

    private static final Logger LOG = LoggerFactory.getLogger(Ending.class);

    private final DispatchJourneys journeys;
    private final Instances instances;
    private final Messages messages;
    private final Clock clock;

    Ending(DispatchJourneys journeys, Instances instances, Messages messages, Clock clock) {
        this.journeys = journeys;
        this.instances = instances;
        this.messages = messages;
        this.clock = clock;
    }

    /** Stops by a stop event; the journey as it is afterwards. */
    Journey stop(Event event, JourneyId journey) {
        return end(event, journey, Reasons.stoppedBy(event), false);
    }

    /** Ends because a newer start begins again; {@code onlyUnsent}: not when it has sent something. */
    Journey restart(Event event, JourneyId journey, boolean onlyUnsent) {
        return end(event, journey, Reasons.restartedBy(event), onlyUnsent);
    }

    private Journey end(Event event, JourneyId id, Reason because, boolean onlyUnsent) {
        var end = new End(clock.instant(), because, event.id(), event.type());
        var journey = Async.value(journeys.stop(id, end, onlyUnsent));
        if (journey.end() != null && event.id().equals(journey.end().event())) {
            cancel(journey);
            Async.await(messages.withdraw(id, because, end.at()));
        }
        return journey;
    }

    /** Not waited for: the broker may be away, and an instance whose cancel is lost ends itself with its next job. */
    private void cancel(Journey journey) {
        var instance = journey.instance();
        if (instance != null) {
            instances
                    .cancel(instance)
                    .subscribe(
                            done -> {},
                            error -> LOG.warn("Cancel of instance {} was lost: {}", instance, error.getMessage()));
        }
    }
}
