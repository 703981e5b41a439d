package io.usher.engine.event.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.usher.engine.event.Event;
import io.usher.engine.event.internal.Summary;
import io.usher.engine.platform.words.Wording;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event in a list; {@code summary} says what became of it. */
record EventRow(
        String id,
        String eventTypeKey,

        @Schema(description = "Null when nobody has registered the type any more") @Nullable
        String eventTypeName,

        @Nullable String keyValue,
        @Nullable String contactId,

        @Schema(description = "The contact's name, else e-mail address, else phone number") @Nullable
        String contactLabel,

        Instant occurredAt,
        Instant acceptedAt,
        boolean history,
        String source,
        boolean due,
        boolean parked,
        String summary,
        List<String> linked) {

    static EventRow of(Event event, @Nullable String typeName, @Nullable String contactLabel, Wording wording) {
        var contact = event.contact();
        return new EventRow(
                event.id().value(),
                event.type().value(),
                typeName,
                event.key(),
                contact == null ? null : contact.value(),
                contactLabel,
                event.occurredAt(),
                event.acceptedAt(),
                event.history(),
                event.source(),
                event.due(),
                event.parked() != null,
                wording.of(Summary.of(event)),
                Summary.linked(event));
    }
}
