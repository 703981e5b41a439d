package io.usher.designer.form;

import io.usher.designer.engine.ApiPath;
import io.usher.designer.engine.EngineClient;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.rules.FactBook;
import io.usher.designer.rules.Facts;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What the fields of the side form ask the engine: segments, event types and facts. */
@Service
public class FormBook {

    private static final String SEGMENTS = "/segments";
    private static final String EVENT_TYPES = "/event-types";

    private final EngineClient engine;
    private final FactBook facts;

    FormBook(EngineClient engine, FactBook facts) {
        this.engine = engine;
        this.facts = facts;
    }

    /** Something a drawing names by its key. */
    public record Named(String key, @Nullable String name) {

        /** What people call it. */
        public String label() {
            return name == null || name.isBlank() ? key : name;
        }
    }

    /** Every segment. */
    public List<Named> segments(SessionToken token) {
        return engine.all(token, ApiPath.of(SEGMENTS), Named.class);
    }

    /** Every event type. */
    public List<Named> eventTypes(SessionToken token) {
        return engine.all(token, ApiPath.of(EVENT_TYPES), Named.class);
    }

    /** What rules and templates of the workflow can speak of. */
    public Facts facts(SessionToken token, String workflowId) {
        return facts.ofWorkflow(token, workflowId);
    }

    Named createSegment(SessionToken token, Named segment) {
        return engine.post(token, ApiPath.of(SEGMENTS), body(segment), Named.class);
    }

    Named createEventType(SessionToken token, Named type) {
        return engine.post(token, ApiPath.of(EVENT_TYPES), body(type), Named.class);
    }

    private static Map<String, String> body(Named thing) {
        return Map.of("key", thing.key(), "name", thing.label());
    }
}
