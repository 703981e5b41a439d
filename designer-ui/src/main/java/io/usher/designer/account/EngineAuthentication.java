package io.usher.designer.account;

import io.usher.designer.engine.AccountClient;
import io.usher.designer.engine.Browser;
import io.usher.designer.engine.EngineException;
import io.usher.designer.engine.EngineException.Away;
import io.usher.designer.engine.EngineException.Refused;
import io.usher.designer.engine.EngineException.SignedOut;
import io.usher.designer.engine.EngineException.TooManyTries;
import java.util.Objects;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;

/** Asks the engine whether a name and a password belong together. */
@Component
class EngineAuthentication implements AuthenticationProvider {

    private final AccountClient engine;

    EngineAuthentication(AccountClient engine) {
        this.engine = engine;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var user = attempt.getName();
        var password = Objects.toString(attempt.getCredentials(), "");
        var browser = attempt.getDetails() instanceof Browser known ? known : Browser.UNKNOWN;
        try {
            var session = engine.signIn(user, password, browser);
            if (session.mustChangePassword()) {
                throw new SignInRefused(new SignInNotice.NewPasswordNeeded(user, session.token(), password));
            }
            var signedIn = new SignedIn(engine.me(session.token()), session.token());
            var authentication = UsernamePasswordAuthenticationToken.authenticated(
                    signedIn, null, AuthorityUtils.createAuthorityList("ROLE_USER"));
            session.device().map(DeviceCookie.Fresh::new).ifPresent(authentication::setDetails);
            return authentication;
        } catch (EngineException e) {
            throw new SignInRefused(notice(user, e));
        }
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }

    private static SignInNotice notice(String user, EngineException failure) {
        return switch (failure) {
            case SignedOut signedOut -> new SignInNotice.WrongPassword(user);
            case TooManyTries delayed -> new SignInNotice.TooManyTries(user, delayed.retryAfter());
            case Away away -> new SignInNotice.EngineAway(user);
            case EngineException.Stale stale -> new SignInNotice.Refused(user, stale.detail());
            case Refused refused ->
                new SignInNotice.Refused(user, refused.problem().text());
        };
    }
}
