package io.usher.engine.message.internal.rule;

import io.usher.engine.message.JourneyState;
import io.usher.engine.message.MessageReasons;
import io.usher.engine.message.SendRules.Place;
import io.usher.engine.message.SendVerdict;
import io.usher.engine.platform.async.Async;
import io.usher.engine.shared.Reason;
import java.util.Optional;
import java.util.function.Supplier;

/** The journey goes on, or came to its own end; it was not stopped and the block not skipped. */
record JourneyRule(Supplier<Optional<JourneyState>> journeys) implements SendRule {

    @Override
    public Place place() {
        return Place.WITHDRAWN;
    }

    @Override
    public SendVerdict ask(Question question) {
        var message = question.message();
        var state = journeys.get();
        if (message == null || state.isEmpty()) {
            return new SendVerdict.Go();
        }
        var origin = message.origin();
        boolean goesOn = Boolean.TRUE.equals(
                Async.await(state.get().mayHandOver(origin.journey(), origin.block(), origin.pass())));
        return goesOn
                ? new SendVerdict.Go()
                : new SendVerdict.Drop(
                        MessageReasons.WITHDRAWN.with(Reason.nested(MessageReasons.JOURNEY_ENDED.with())));
    }
}
