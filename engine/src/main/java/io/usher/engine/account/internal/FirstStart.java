package io.usher.engine.account.internal;

import io.usher.engine.account.AccountProperties;
import io.usher.engine.account.Caller.Scope;
import io.usher.engine.account.Users;
import io.usher.engine.account.Workspace;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.platform.start.Preparation;
import io.usher.engine.shared.ProblemException;
import io.usher.engine.shared.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Makes workspace {@code main}, the user {@code admin} and the keys that are given, each only when missing. Two engines
 * that start at once make one of each: the ids and the name are unique.
 */
@Component
@Order(Preparation.ACCOUNTS)
class FirstStart implements Preparation {

    static final WorkspaceId MAIN = new WorkspaceId("main");
    static final String ADMIN = "admin";
    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

    private final AccountProperties properties;
    private final WorkspaceStore workspaces;
    private final UserStore users;
    private final Users newUsers;
    private final CachedApiKeys keys;
    private final FirstSignIn given;

    FirstStart(
            AccountProperties properties,
            WorkspaceStore workspaces,
            UserStore users,
            Users newUsers,
            CachedApiKeys keys) {
        this.properties = properties;
        this.workspaces = workspaces;
        this.users = users;
        this.newUsers = newUsers;
        this.keys = keys;
        this.given = FirstSignIn.given(properties);
    }

    @Override
    public String name() {
        return "accounts";
    }

    @Override
    public Mono<Void> prepare() {
        return makeMain()
                .then(users.any())
                .flatMap(any -> any
                        ? adoptKeys(given)
                        : Mono.fromCallable(() -> given.orIn(properties.firstSignInFile()))
                                .subscribeOn(Schedulers.boundedElastic())
                                .flatMap(first -> adoptKeys(first).then(makeAdmin(first))));
    }

    /** Before the admin, whose presence says that the file need not be read again. */
    private Mono<Void> adoptKeys(FirstSignIn first) {
        return adopt(first.sendKey(), "First send key", Scope.SEND)
                .then(adopt(first.manageKey(), "First manage key", Scope.MANAGE));
    }

    private Mono<Void> makeMain() {
        return workspaces
                .insert(new Workspace(MAIN, "Main", properties.zone(), properties.country()))
                .onErrorComplete(Failures::duplicateKey);
    }

    private Mono<Void> makeAdmin(FirstSignIn first) {
        var password = first.password();
        if (password == null) {
            LOG.warn("There is no user and no first password is given (USHER_FIRST_SIGN_IN_FILE, USHER_ADMIN_PASSWORD):"
                    + " nobody can sign in");
            return Mono.empty();
        }
        return newUsers.create(ADMIN, password, MAIN)
                .onErrorComplete(FirstStart::madeByAnotherInstance)
                .then();
    }

    private static boolean madeByAnotherInstance(Throwable failure) {
        return failure instanceof ProblemException problem && problem.problem().status() == 409;
    }

    private Mono<Void> adopt(@Nullable KeyText key, String name, Scope scope) {
        return key == null ? Mono.empty() : keys.adopt(key, MAIN, name, scope);
    }
}
