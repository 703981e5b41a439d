package io.usher.engine.message.internal.rule;

import io.usher.engine.contact.Consent;
import io.usher.engine.contact.Purpose;
import io.usher.engine.message.MessageReasons;
import io.usher.engine.message.SendRules.Place;
import io.usher.engine.message.SendVerdict;
import io.usher.engine.shared.Reason;

/** Marketing needs that the contact's last word about it on the channel is yes. */
record ConsentRule() implements SendRule {

    @Override
    public Place place() {
        return Place.CONSENT;
    }

    @Override
    public SendVerdict ask(Question question) {
        if (!question.marketing()) {
            return new SendVerdict.Go();
        }
        var contact = question.contact().get();
        boolean given = contact != null
                && contact.consent(Purpose.MARKETING, question.channel()).state() == Consent.State.GIVEN;
        return given
                ? new SendVerdict.Go()
                : new SendVerdict.Drop(MessageReasons.NO_CONSENT.with(
                        Reason.text(question.channel().key())));
    }
}
