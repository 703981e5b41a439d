package io.usher.designer.rules;

import io.usher.designer.engine.ApiPath;
import io.usher.designer.engine.EngineClient;
import io.usher.designer.engine.SessionToken;
import org.springframework.stereotype.Service;

/** Asks the engine what rules can speak of. */
@Service
public class FactBook {

    private final EngineClient engine;

    FactBook(EngineClient engine) {
        this.engine = engine;
    }

    /** Facts of the events that start the workflow, and those every workflow has. */
    public Facts ofWorkflow(SessionToken token, String workflowId) {
        return engine.get(token, ApiPath.of("/workflows/{id}/facts", workflowId), Facts.class);
    }

    /** Facts of one event type, for filters of links. */
    public Facts ofEventType(SessionToken token, String key) {
        return engine.get(token, ApiPath.of("/event-types/{id}/facts", key), Facts.class);
    }
}
