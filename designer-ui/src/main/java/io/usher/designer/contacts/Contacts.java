package io.usher.designer.contacts;

import io.usher.designer.engine.ApiPath;
import io.usher.designer.engine.EngineClient;
import io.usher.designer.engine.SessionToken;
import java.util.List;
import java.util.Optional;
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

    /** The id behind what a person typed: an e-mail address or an id; empty when nobody has the address. */
    public Optional<String> idOf(SessionToken token, String typed) {
        record Found(List<Contact> items) {}
        if (!typed.contains("@")) {
            return Optional.of(typed);
        }
        var found = engine.get(token, ApiPath.of("/contacts").with("email", typed), Found.class);
        return found.items().stream().findFirst().map(Contact::id);
    }
}
