package io.usher.engine.event.web;

import io.usher.engine.event.Event;
import io.usher.engine.event.internal.Summary;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event in a list; {@code summary} says what became of it. */
record EventRow(
        String id,
        String eventTypeKey,
        @Nullable String keyValue,
        @Nullable String contactId,
        Instant occurredAt,
        Instant acceptedAt,
        boolean history,
        String source,
        boolean due,
        boolean parked,
        String summary,
        List<String> linked) {

    static EventRow of(Event event) {
        var contact = event.contact();
        return new EventRow(
                event.id().value(),
                event.type().value(),
                event.key(),
                contact == null ? null : contact.value(),
                event.occurredAt(),
                event.acceptedAt(),
                event.history(),
                event.source(),
                event.due(),
                event.parked() != null,
                Summary.of(event),
                Summary.linked(event));
    }
}
