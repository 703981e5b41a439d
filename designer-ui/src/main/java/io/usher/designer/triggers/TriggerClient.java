package io.usher.designer.triggers;

import io.usher.designer.engine.IfMatch;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.engine.Versioned;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PutExchange;

/** The triggers of a workflow; calls block. */
@HttpExchange("/api/v1/workflows/{id}/triggers")
public interface TriggerClient {

    @GetExchange
    Versioned<Map<String, @Nullable Object>> read(SessionToken token, @PathVariable String id);

    @PutExchange
    Versioned<Map<String, @Nullable Object>> put(
            SessionToken token,
            @PathVariable String id,
            IfMatch triggers,
            @RequestBody Map<String, @Nullable Object> links);

    /** Saves over the triggers with this tag; {@link io.usher.designer.engine.EngineException.Stale} when others are there. */
    default void save(SessionToken token, String id, Triggers triggers, String etag) {
        put(token, id, new IfMatch(etag), triggers.json());
    }
}
