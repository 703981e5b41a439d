package io.usher.engine.account.web;

import io.usher.engine.account.Caller;
import io.usher.engine.account.internal.Identity;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A request whose caller is known; its authorities are the caller's scopes. */
final class CallerAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final transient Identity identity;

    CallerAuthentication(Identity identity) {
        super(authorities(identity.caller()));
        this.identity = identity;
        setAuthenticated(true);
    }

    boolean mustChangePassword() {
        return identity.mustChangePassword();
    }

    boolean confirmed() {
        return identity.confirmed();
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Caller getPrincipal() {
        return identity.caller();
    }

    @Override
    public String getName() {
        return identity.caller().name();
    }

    private static List<GrantedAuthority> authorities(Caller caller) {
        return caller.scopes().stream()
                .<GrantedAuthority>map(scope -> new SimpleGrantedAuthority(scope.name()))
                .toList();
    }
}
