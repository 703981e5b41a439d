package io.usher.engine.account.web;

import io.usher.engine.account.internal.CachedApiKeys;
import io.usher.engine.account.internal.Identity;
import io.usher.engine.account.internal.KeyText;
import io.usher.engine.account.internal.Sessions;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds whose key or session token a credential is. Basic takes keys only: a browser must never hold a token of a person. */
@Component
class CallerAuthenticationManager implements ReactiveAuthenticationManager {

    private final CachedApiKeys keys;
    private final Sessions sessions;

    CallerAuthenticationManager(CachedApiKeys keys, Sessions sessions) {
        this.keys = keys;
        this.sessions = sessions;
    }

    @Override
    public Mono<Authentication> authenticate(Authentication request) {
        return request instanceof Credential credential
                ? identify(credential)
                        .<Authentication>map(CallerAuthentication::new)
                        .switchIfEmpty(Mono.error(() -> new BadCredentialsException("Unknown key or token")))
                : Mono.empty();
    }

    private Mono<Identity> identify(Credential credential) {
        var key = KeyText.parse(credential.secret());
        if (key.isPresent()) {
            return keys.identify(key.get());
        }
        return switch (credential.scheme()) {
            case BASIC -> Mono.empty();
            case BEARER -> credential.secret().isEmpty() ? Mono.empty() : sessions.identify(credential.secret());
        };
    }
}
