package io.usher.engine.journey.internal.dispatch;

import io.usher.engine.event.Event;
import io.usher.engine.journey.Journey.Scope;
import io.usher.engine.rule.EventFacts;
import io.usher.engine.workflow.Reentry;

/** What re-entry counts by: the contact, or the contact and one value of the event. */
final class Scopes {

    private Scopes() {}

    /** The value of {@code per} in this event; "" per contact, and for all events that lack it: they count as one value. */
    static String value(Reentry reentry, Event event) {
        if (reentry.per() == null) {
            return "";
        }
        var value = new EventFacts(event.key(), event.params()).text(reentry.per());
        return value == null ? "" : value;
    }

    static Scope of(Reentry reentry, String value) {
        return new Scope(reentry.per() == null ? "" : reentry.per(), value);
    }
}
