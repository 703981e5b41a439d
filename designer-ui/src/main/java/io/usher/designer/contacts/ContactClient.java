package io.usher.designer.contacts;

import io.usher.designer.engine.SessionToken;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** The contacts of the engine; calls block. */
@HttpExchange("/api/v1/contacts")
public interface ContactClient {

    @GetExchange("/{id}")
    Contact find(SessionToken token, @PathVariable String id);
}
