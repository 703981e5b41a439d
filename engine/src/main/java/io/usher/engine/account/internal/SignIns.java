package io.usher.engine.account.internal;

import io.usher.engine.account.Caller;
import io.usher.engine.account.Workspace;
import io.usher.engine.account.Workspaces;
import io.usher.engine.shared.ProblemException;
import io.usher.engine.shared.Problems;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Signing in by name and password, and changing the password. */
@Component
public class SignIns {

    private final UserStore users;
    private final Passwords passwords;
    private final TryLimit tries;
    private final Sessions sessions;
    private final Workspaces workspaces;

    SignIns(UserStore users, Passwords passwords, TryLimit tries, Sessions sessions, Workspaces workspaces) {
        this.users = users;
        this.passwords = passwords;
        this.tries = tries;
        this.sessions = sessions;
        this.workspaces = workspaces;
    }

    /** A session that has just begun; the token is in this answer and nowhere else. */
    public record SignedIn(String token, boolean mustChangePassword, String userName, Workspace workspace) {}

    /** Begins a session in the user's first workspace; 401 when name or password is wrong, 429 after too many tries. */
    public Mono<SignedIn> signIn(String name, String password, String address) {
        var normal = normal(name);
        return tries.admit(normal, address)
                .then(verified(normal, password))
                .switchIfEmpty(Mono.error(SignIns::wrongCredentials))
                .flatMap(user -> tries.forget(normal, address).thenReturn(user))
                .flatMap(this::begin);
    }

    /** Sets a new password and ends all other sessions of the caller; 400 naming the field when one of the two is wrong. */
    public Mono<Void> changePassword(Caller caller, String current, String next, String address) {
        var errors = Passwords.check("new", next, current);
        if (!errors.isEmpty()) {
            return Mono.error(Problems.invalid(errors));
        }
        return tries.admit(caller.name(), address)
                .then(verified(caller.name(), current))
                .switchIfEmpty(Mono.error(SignIns::wrongCurrent))
                .flatMap(user -> tries.forget(caller.name(), address).thenReturn(user))
                .flatMap(user -> replace(user, next))
                .then(sessions.endOthers(caller.id(), String.valueOf(caller.sessionId())));
    }

    static String normal(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private Mono<User> verified(String name, String password) {
        if (password.length() > Passwords.MAX_LENGTH) {
            return Mono.empty();
        }
        return users.byName(name)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(user -> user.map(known -> passwords.matches(password, known.passwordHash()))
                        .orElseGet(() -> passwords.matchesNobody(password))
                        .flatMap(right -> right ? Mono.justOrEmpty(user) : Mono.empty()));
    }

    private Mono<SignedIn> begin(User user) {
        return workspaces
                .find(user.workspaces().getFirst())
                .switchIfEmpty(Mono.error(() -> Problems.forbidden("no-workspace", "This user has no workspace")))
                .flatMap(workspace -> sessions.begin(user, workspace.id())
                        .map(token -> new SignedIn(token, user.mustChangePassword(), user.name(), workspace)));
    }

    private Mono<Void> replace(User user, String next) {
        return passwords
                .hash(next)
                .flatMap(hash -> users.replacePassword(user.id(), user.passwordHash(), hash))
                .filter(replaced -> replaced)
                .switchIfEmpty(Mono.error(SignIns::wrongCurrent))
                .then();
    }

    private static ProblemException wrongCredentials() {
        return Problems.problem("wrong-credentials", "Not signed in", 401, "User name or password is wrong", List.of());
    }

    private static ProblemException wrongCurrent() {
        return Problems.invalid("current", "wrong", "The current password is wrong");
    }
}
