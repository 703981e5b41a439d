package io.usher.engine.message.internal.rule;

import io.usher.engine.message.SendRules.Place;
import io.usher.engine.message.SendVerdict;

/** One rule of those in {@link RulesInOrder}. */
interface SendRule {

    Place place();

    /** What it says, on what is so now. */
    SendVerdict ask(Question question);
}
