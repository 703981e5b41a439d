package io.usher.designer.account;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.usher.designer.engine.AccountClient;
import io.usher.designer.engine.EngineCalls;
import org.springframework.stereotype.Component;

/** Ends a person's session, here and in the engine. */
@Component
public class SignOut {

    private final AuthenticationContext authentication;
    private final AccountClient engine;
    private final EngineCalls calls;

    SignOut(AuthenticationContext authentication, AccountClient engine, EngineCalls calls) {
        this.authentication = authentication;
        this.engine = engine;
        this.calls = calls;
    }

    /** Here at once; the engine is told beside it, so an engine that is away keeps nobody signed in. */
    public void now() {
        authentication
                .getAuthenticatedUser(SignedIn.class)
                .ifPresent(person -> calls.forget(() -> engine.signOut(person.token())));
        BrowserTraces.clear(UI.getCurrentOrThrow());
        authentication.logout();
    }
}
