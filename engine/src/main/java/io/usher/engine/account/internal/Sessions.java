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
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sessions of people: begun by a sign-in, found by their token, ended by sign-out, by a new password or when not used. */
@Component
public class Sessions {

    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final SessionStore sessions;
    private final UserStore users;
    private final RealTime time;
    private final Duration idle;

    Sessions(SessionStore sessions, UserStore users, RealTime time, AccountProperties properties) {
        this.sessions = sessions;
        this.users = users;
        this.time = time;
        this.idle = properties.sessionIdle();
    }

    /** Who has this token; empty when it is not one, or no longer. */
    public Mono<Identity> identify(String token) {
        var now = time.now();
        return sessions.find(Secrets.hash(token), now.minus(idle))
                .flatMap(session -> noteUse(session, now).thenReturn(session))
                .flatMap(session -> users.byId(session.userId()).map(user -> identity(user, session)));
    }

    /** Ends a session. */
    public Mono<Void> end(String sessionId) {
        return sessions.delete(sessionId);
    }

    /** Begins a session and answers its token. */
    Mono<String> begin(User user, WorkspaceId workspace) {
        var token = Secrets.random();
        var now = time.now();
        return sessions.insert(new Session(Secrets.hash(token), user.id(), workspace, now, now))
                .thenReturn(token);
    }

    Mono<Void> endOthers(String userId, String keptId) {
        return sessions.deleteOthers(userId, keptId);
    }

    Mono<Void> sweep() {
        return sessions.deleteUnusedSince(time.now().minus(idle));
    }

    private Mono<Void> noteUse(Session session, Instant now) {
        return session.usedAt().isAfter(now.minus(NOTED_EVERY)) ? Mono.empty() : sessions.used(session.id(), now);
    }

    private static Identity identity(User user, Session session) {
        var all = EnumSet.allOf(Scope.class);
        var caller = new Caller(session.workspace(), Kind.PERSON, user.id(), user.name(), all, session.id());
        return new Identity(caller, user.mustChangePassword());
    }
}
