package io.usher.engine.journey.internal.commands;

import io.usher.engine.journey.Journey;
import io.usher.engine.journey.Journey.End;
import io.usher.engine.journey.Journey.Failure;
import io.usher.engine.journey.internal.record.Instances;
import io.usher.engine.journey.internal.record.JourneyRecord;
import io.usher.engine.message.MessageReasons;
import io.usher.engine.message.Messages;
import io.usher.engine.message.NewMessage;
import io.usher.engine.platform.async.Async;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What follows a decided stop or skip outside the journey's document; all of it harmless to repeat or to lose. */
@Component
class Aftermath {

    private final Messages messages;
    private final Instances instances;
    private final Clock clock;

    Aftermath(Messages messages, Instances instances, Clock clock) {
        this.messages = messages;
        this.instances = instances;
        this.clock = clock;
    }

    void stopped(Journey journey, End end) {
        var instance = journey.instance();
        if (instance != null) {
            instances.cancel(instance).subscribe();
        }
        Async.await(messages.withdraw(journey.id(), end.because(), end.at()));
    }

    void skipped(JourneyRecord parked, Failure failure) {
        var visit = parked.journey().id() + ":" + Resumptions.visit(parked, failure);
        var message = NewMessage.idOf(visit);
        Async.await(messages.withdraw(message, MessageReasons.BLOCK_SKIPPED.with(), clock.instant()));
    }
}
