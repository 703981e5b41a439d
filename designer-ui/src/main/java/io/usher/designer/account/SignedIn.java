package io.usher.designer.account;

import io.usher.designer.engine.Person;
import io.usher.designer.engine.SessionToken;
import java.io.Serializable;
import org.springframework.security.core.AuthenticatedPrincipal;

/** A person who has signed in, with the token the engine knows them by. */
public record SignedIn(Person person, SessionToken token) implements AuthenticatedPrincipal, Serializable {

    @Override
    public String getName() {
        return person.name();
    }
}
