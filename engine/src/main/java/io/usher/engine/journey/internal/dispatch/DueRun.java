package io.usher.engine.journey.internal.dispatch;

import io.usher.engine.event.Event;
import java.util.List;

/** A contact's first due events in their order, none left out between; or one event that names nobody. */
record DueRun(String key, List<Event> events) {

    DueRun {
        events = List.copyOf(events);
    }

    /** What is dispatched in a row: the contact, or the event alone when it names nobody. */
    static String key(Event event) {
        return event.contact() == null
                ? event.workspace() + ":" + event.id()
                : event.contact().value();
    }
}
