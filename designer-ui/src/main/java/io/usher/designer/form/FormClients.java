package io.usher.designer.form;

import io.usher.designer.engine.SessionToken;
import io.usher.designer.eventtypes.EventTypeClient;
import io.usher.designer.rules.FactClient;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the fields of the side form ask the engine: segments, event types and facts. */
@Component
public record FormClients(SegmentClient segments, EventTypeClient types, FactClient facts) {

    /** Every event type. */
    List<Named> eventTypes(SessionToken token) {
        return types.all(token).stream()
                .map(type -> new Named(type.key(), type.name()))
                .toList();
    }

    Named createEventType(SessionToken token, Named type) {
        var made = types.create(token, type.key(), type.label());
        return new Named(made.key(), made.name());
    }
}
