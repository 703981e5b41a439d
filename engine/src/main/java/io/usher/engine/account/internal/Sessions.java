package io.usher.engine.account.internal;

import io.usher.engine.account.AccountProperties;
import io.usher.engine.account.Caller;
import io.usher.engine.account.Caller.Kind;
import io.usher.engine.account.Caller.Scope;
import io.usher.engine.platform.time.RealTime;
import io.usher.engine.shared.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Sessions of people: begun by a sign-in, found by their token, ended by sign-out, by a new password, when not used, and some
 * days after the sign-in in any case.
 */
@Component
public class Sessions {

    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final SessionStore sessions;
    private final UserStore users;
    private final RealTime time;
    private final SessionTerms terms;

    Sessions(SessionStore sessions, UserStore users, RealTime time, AccountProperties properties) {
        this.sessions = sessions;
        this.users = users;
        this.time = time;
        this.terms = new SessionTerms(
                properties.session().idle(),
                properties.session().longest(),
                properties.session().confirmed());
    }

    /** Who has this token; empty when it is not one, or no longer. */
    public Mono<Identity> identify(String token) {
        var now = time.now();
        return sessions.find(Secrets.hash(token))
                .flatMap(session -> users.byId(session.userId())
                        .filter(user -> terms.holds(session, user, now))
                        .flatMap(user -> noteUse(session, now).thenReturn(identity(user, session, now))));
    }

    /** Ends a session. */
    Mono<Void> end(String sessionId) {
        return sessions.delete(sessionId);
    }

    /** Begins a session and answers its token. */
    Mono<String> begin(User user, WorkspaceId workspace, Optional<String> device) {
        var token = Secrets.random();
        var now = time.now();
        var session = new Session(
                Secrets.hash(token), user.id(), workspace, user.passwordVersion(), now, now, now, device.orElse(null));
        return sessions.insert(session).thenReturn(token);
    }

    /** The person of this session has just typed the password, which has this version. */
    Mono<Void> confirm(String sessionId, int passwordVersion) {
        return sessions.confirmed(sessionId, passwordVersion, time.now());
    }

    /** Ends all sessions of the user but this one; the device on which it was begun. */
    Mono<Optional<String>> endOthers(String userId, String keptId) {
        return sessions.deleteOthers(userId, keptId)
                .then(sessions.find(keptId))
                .map(kept -> Optional.ofNullable(kept.device()))
                .defaultIfEmpty(Optional.empty());
    }

    Mono<Void> sweep() {
        var now = time.now();
        return sessions.deleteEnded(now.minus(terms.idle()), now.minus(terms.longest()));
    }

    private Mono<Void> noteUse(Session session, Instant now) {
        return session.usedAt().isAfter(now.minus(NOTED_EVERY)) ? Mono.empty() : sessions.used(session.id(), now);
    }

    private Identity identity(User user, Session session, Instant now) {
        var all = EnumSet.allOf(Scope.class);
        var caller = new Caller(session.workspace(), Kind.PERSON, user.id(), user.name(), all, session.id());
        return new Identity(caller, user.mustChangePassword(), terms.confirmed(session, now));
    }
}
