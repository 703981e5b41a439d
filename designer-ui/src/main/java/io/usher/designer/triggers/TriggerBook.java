package io.usher.designer.triggers;

import io.usher.designer.engine.ApiPath;
import io.usher.designer.engine.EngineClient;
import io.usher.designer.engine.SessionToken;
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
    record Start(Triggers triggers, List<EventType> types) {}

    Start begin(SessionToken token, String workflowId) {
        @SuppressWarnings("unchecked")
        Map<String, @Nullable Object> triggers = engine.get(token, ApiPath.of(TRIGGERS, workflowId), Map.class);
        return new Start(new Triggers(triggers), types.all(token));
    }

    void save(SessionToken token, String workflowId, Triggers triggers) {
        engine.put(token, ApiPath.of(TRIGGERS, workflowId), triggers.json(), Map.class);
    }

    EventType create(SessionToken token, EventTypes.Entry entry) {
        return types.create(token, entry);
    }

    /** What a rule about events of this type can speak of. */
    Facts facts(SessionToken token, String eventType) {
        return facts.ofEventType(token, eventType);
    }
}
