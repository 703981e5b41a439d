package io.usher.designer.rules;

import io.usher.designer.engine.SessionToken;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What rules can speak of; calls block. */
@HttpExchange("/api/v1")
public interface FactClient {

    /** Facts of the events that start the workflow, and those every workflow has. */
    @GetExchange("/workflows/{id}/facts")
    Facts ofWorkflow(SessionToken token, @PathVariable String id);

    /** Facts of one event type, for filters of links. */
    @GetExchange("/event-types/{key}/facts")
    Facts ofEventType(SessionToken token, @PathVariable String key);
}
