package io.usher.designer.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Signs in and out, and says who somebody is. It vouches for the browser in front of which a password is typed, to an engine
 * that is shown the key.
 */
@Component
public class AccountClient {

    private final AccountCalls engine;
    private final Optional<String> key;

    AccountClient(AccountCalls engine, EngineProperties properties) {
        this.engine = engine;
        key = Optional.of(properties.key()).filter(known -> !known.isBlank());
    }

    /** Opens a session; a wrong password is {@link EngineException.SignedOut}. */
    public Session signIn(String user, String password, Browser browser) {
        var opened = engine.signIn(key, of(browser, Map.of("user", user, "password", password)));
        return new Session(
                new SessionToken(opened.token()), opened.mustChangePassword(), Optional.ofNullable(opened.device()));
    }

    public void signOut(SessionToken token) {
        engine.signOut(token);
    }

    public void changePassword(SessionToken token, String current, String fresh, Browser browser) {
        engine.changePassword(token, key, of(browser, Map.of("current", current, "new", fresh)));
    }

    /** Types the own password once more, after a call was refused with {@link Problem#CONFIRM_PASSWORD}. */
    public void confirmPassword(SessionToken token, String password, Browser browser) {
        engine.confirmPassword(token, key, of(browser, Map.of("password", password)));
    }

    public Person me(SessionToken token) {
        return engine.me(token);
    }

    /** What is said, and what the engine believes of a browser when it is shown the key. */
    private Map<String, @Nullable Object> of(Browser browser, Map<String, String> said) {
        var body = new LinkedHashMap<String, @Nullable Object>(said);
        if (key.isPresent()) {
            var client = new LinkedHashMap<String, @Nullable Object>();
            client.put("address", browser.address());
            client.put("device", browser.device());
            body.put("client", client);
        }
        return body;
    }
}
