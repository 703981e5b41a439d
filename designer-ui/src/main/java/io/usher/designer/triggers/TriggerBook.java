package io.usher.designer.triggers;

import io.usher.designer.engine.ApiPath;
import io.usher.designer.engine.EngineClient;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.engine.Versioned;
import io.usher.designer.eventtypes.EventType;
import io.usher.designer.eventtypes.EventTypes;
import io.usher.designer.rules.FactBook;
import io.usher.designer.rules.Facts;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads the triggers of workflows from the engine and saves them there; calls block. */
@Service
public class TriggerBook {

    private static final String TRIGGERS = "/workflows/{id}/triggers";

    private final EngineClient engine;
    private final EventTypes types;
    private final FactBook facts;

    TriggerBook(EngineClient engine, EventTypes types, FactBook facts) {
        this.engine = engine;
        this.types = types;
        this.facts = facts;
    }

    /** What the dialog begins with. */
    record Start(Triggers triggers, String etag, List<EventType> types) {}

    Start begin(SessionToken token, String workflowId) {
        @SuppressWarnings("unchecked")
        Versioned<Map<String, @Nullable Object>> read = (Versioned<Map<String, @Nullable Object>>)
                (Versioned<?>) engine.getVersioned(token, ApiPath.of(TRIGGERS, workflowId), Map.class);
        return new Start(new Triggers(read.value()), read.etag(), types.all(token));
    }

    /** Saves over the triggers with this tag; {@link io.usher.designer.engine.EngineException.Stale} when others are there. */
    void save(SessionToken token, String workflowId, Triggers triggers, String etag) {
        engine.putOn(token, ApiPath.of(TRIGGERS, workflowId), etag, triggers.json(), Map.class);
    }

    EventType create(SessionToken token, EventTypes.Entry entry) {
        return types.create(token, entry);
    }

    /** What a rule about events of this type can speak of. */
    Facts facts(SessionToken token, String eventType) {
        return facts.ofEventType(token, eventType);
    }
}
