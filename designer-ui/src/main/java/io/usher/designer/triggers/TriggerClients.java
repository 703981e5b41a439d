package io.usher.designer.triggers;

import io.usher.designer.engine.SessionToken;
import io.usher.designer.eventtypes.EventType;
import io.usher.designer.eventtypes.EventTypeClient;
import io.usher.designer.rules.FactClient;
import java.util.List;
import org.springframework.stereotype.Component;

/** All that the dialog of the triggers reads from the engine and asks of it. */
@Component
public record TriggerClients(TriggerClient triggers, EventTypeClient types, FactClient facts) {

    /** What the dialog begins with. */
    record Start(Triggers triggers, String etag, List<EventType> types) {}

    Start begin(SessionToken token, String workflowId) {
        var read = triggers.read(token, workflowId);
        return new Start(new Triggers(read.value()), read.etag(), types.all(token));
    }
}
