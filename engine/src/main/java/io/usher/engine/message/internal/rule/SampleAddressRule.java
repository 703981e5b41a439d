package io.usher.engine.message.internal.rule;

import io.usher.engine.contact.Channel;
import io.usher.engine.message.MessageReasons;
import io.usher.engine.message.SendRules.Place;
import io.usher.engine.message.SendVerdict;
import io.usher.engine.shared.Reason;

/** Nobody lives at the addresses of examples: mail to them goes to a catcher only. */
record SampleAddressRule() implements SendRule {

    @Override
    public Place place() {
        return Place.SAMPLE_ADDRESS;
    }

    @Override
    public SendVerdict ask(Question question) {
        boolean sample = question.channel() == Channel.EMAIL && SampleAddresses.includes(question.to());
        return sample && !question.route().catcher()
                ? new SendVerdict.Drop(MessageReasons.SAMPLE_ADDRESS.with(Reason.text(question.to())))
                : new SendVerdict.Go();
    }
}
