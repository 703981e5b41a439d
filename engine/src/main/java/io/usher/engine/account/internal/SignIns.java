package io.usher.engine.account.internal;

import io.usher.engine.account.Caller;
import io.usher.engine.account.SecurityLog.Entry;
import io.usher.engine.account.SecurityLog.Outcome;
import io.usher.engine.account.SecurityLog.What;
import io.usher.engine.account.Workspace;
import io.usher.engine.account.Workspaces;
import io.usher.engine.account.internal.SignInLimits.Admission;
import io.usher.engine.shared.ProblemException;
import io.usher.engine.shared.Problems;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Signing in by name and password, and out again. */
@Component
public class SignIns {

    private final UserPasswords passwords;
    private final SignInLimits limits;
    private final Sessions sessions;
    private final Workspaces workspaces;
    private final StoredSecurityLog log;

    SignIns(
            UserPasswords passwords,
            SignInLimits limits,
            Sessions sessions,
            Workspaces workspaces,
            StoredSecurityLog log) {
        this.passwords = passwords;
        this.limits = limits;
        this.sessions = sessions;
        this.workspaces = workspaces;
        this.log = log;
    }

    /**
     * A session that has just begun; its token is in this answer and nowhere else.
     *
     * @param device token by which the browser is known from now on, for the designer to keep there; else null
     */
    public record SignedIn(
            String token, @Nullable String device, boolean mustChangePassword, String userName, Workspace workspace) {}

    /** Begins a session in the user's first workspace; 401 when name or password is wrong, 429 after too many tries. */
    public Mono<SignedIn> signIn(String name, String password, Client client) {
        var normal = normal(name);
        return passwords
                .byName(normal)
                .flatMap(user -> admitted(normal, user, client)
                        .flatMap(admission -> verified(user, password, client, admission)))
                .flatMap(user -> begin(user, client));
    }

    /** Ends the caller's session. */
    public Mono<Void> signOut(Caller caller, String address) {
        return Mono.justOrEmpty(caller.sessionId())
                .flatMap(sessions::end)
                .then(log.add(Entry.done(caller, What.SIGN_OUT, null, address)));
    }

    static String normal(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private Mono<Admission> admitted(String name, Optional<User> user, Client client) {
        return limits.admit(name, user.orElse(null), client)
                .onErrorResume(
                        ProblemException.class,
                        refused -> Mono.justOrEmpty(user)
                                .flatMap(known -> log.addOnceAnHour(known, What.SIGN_IN, client.address()))
                                .then(Mono.error(refused)));
    }

    private Mono<User> verified(Optional<User> user, String password, Client client, Admission admission) {
        return admission
                .weighed(passwords.verified(user.orElse(null), password, admission.lane()))
                .switchIfEmpty(Mono.justOrEmpty(user)
                        .flatMap(known -> log.add(known, What.SIGN_IN, Outcome.WRONG_PASSWORD, client.address()))
                        .then(Mono.error(SignIns::wrongCredentials)));
    }

    private Mono<SignedIn> begin(User user, Client client) {
        return workspaces
                .find(user.workspaces().getFirst())
                .switchIfEmpty(Mono.error(() -> Problems.forbidden("no-workspace", "This user has no workspace")))
                .flatMap(workspace ->
                        limits.remember(client, user.id()).flatMap(device -> begin(user, workspace, device)))
                .flatMap(begun -> log.add(user, What.SIGN_IN, Outcome.DONE, client.address())
                        .thenReturn(begun));
    }

    private Mono<SignedIn> begin(User user, Workspace workspace, Optional<String> device) {
        return sessions.begin(user, workspace.id(), device.map(Devices::id))
                .map(token ->
                        new SignedIn(token, device.orElse(null), user.mustChangePassword(), user.name(), workspace));
    }

    private static ProblemException wrongCredentials() {
        return Problems.problem("wrong-credentials", "Not signed in", 401, "User name or password is wrong", List.of());
    }
}
