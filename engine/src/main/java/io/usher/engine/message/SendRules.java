package io.usher.engine.message;

import io.usher.engine.contact.Channel;
import io.usher.engine.contact.Contact;
import java.util.List;

/**
 * Whether a message may go: one list of rules in one order, {@link Place}, of which the first that does not say go decides. It is
 * asked directly before each hand-over, never earlier, and may be asked before there is a message. It blocks: for virtual threads.
 */
public interface SendRules {

    /** What would be said now of a message of this kind to the contact, as far as that can be told before it is made. */
    SendVerdict ask(Contact contact, Channel channel, NewMessage.Kind kind, String to);

    /** The places of the rules that there are, in their order. */
    List<Place> places();

    /** Where a rule stands in the order. The ones of marketing only are asked for marketing alone. */
    enum Place {
        /** The message was withdrawn, or its journey stopped. */
        WITHDRAWN,
        /** The address is suppressed. */
        SUPPRESSION,
        /** The contact has agreed to the purpose on the channel; marketing only. */
        CONSENT,
        /** The contact is in a control group; marketing only. */
        CONTROL_GROUP,
        /** The contact gets too many; marketing only. */
        FREQUENCY,
        /** It is night where the contact is; marketing only, unless the block says otherwise. */
        QUIET_HOURS,
        /** It has waited longer than it is good for. */
        AGE,
        /** Something that it needs is missing: a page to unsubscribe on, a subject, a connection, a sender. */
        WAY_OUT,
        /** The address is one of those that are reserved for examples. */
        SAMPLE_ADDRESS
    }
}
