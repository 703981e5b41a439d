package io.usher.designer.events;

import io.usher.designer.engine.Page;
import io.usher.designer.engine.Query;
import io.usher.designer.engine.SessionToken;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The events of the engine; calls block. */
@HttpExchange("/api/v1/events")
interface EventClient {

    @GetExchange
    Page<EventRow> list(SessionToken token, Query asked);

    @GetExchange("/{id}")
    EventDetail find(SessionToken token, @PathVariable String id);

    @PostExchange("/{id}/send-again")
    EventDetail sendAgain(SessionToken token, @PathVariable String id);
}
