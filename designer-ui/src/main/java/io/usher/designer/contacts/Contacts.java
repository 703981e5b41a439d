package io.usher.designer.contacts;

import io.usher.designer.engine.ApiPath;
import io.usher.designer.engine.EngineClient;
import io.usher.designer.engine.SessionToken;
import org.springframework.stereotype.Service;

/** Reads contacts from the engine. */
@Service
public class Contacts {

    private final EngineClient engine;

    Contacts(EngineClient engine) {
        this.engine = engine;
    }

    public Contact find(SessionToken token, String id) {
        return engine.get(token, ApiPath.of("/contacts/{id}", id), Contact.class);
    }
}
