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

/**
 * Makes workspace {@code main}, the user {@code admin} and the keys of the environment, each only when missing. Two engines
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
    private final @Nullable KeyText sendKey;
    private final @Nullable KeyText manageKey;

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
        this.sendKey = parsed("USHER_SEND_KEY", properties.sendKey());
        this.manageKey = parsed("USHER_MANAGE_KEY", properties.manageKey());
    }

    @Override
    public String name() {
        return "accounts";
    }

    @Override
    public Mono<Void> prepare() {
        return makeMain()
                .then(users.any())
                .flatMap(any -> any ? Mono.empty() : makeAdmin())
                .then(adopt(sendKey, "First send key", Scope.SEND))
                .then(adopt(manageKey, "First manage key", Scope.MANAGE));
    }

    private Mono<Void> makeMain() {
        return workspaces
                .insert(new Workspace(MAIN, "Main", properties.zone(), properties.country()))
                .onErrorComplete(Failures::duplicateKey);
    }

    private Mono<Void> makeAdmin() {
        var password = properties.adminPassword();
        if (password == null || password.isBlank()) {
            LOG.warn("There is no user and USHER_ADMIN_PASSWORD is not set: nobody can sign in");
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

    private static @Nullable KeyText parsed(String variable, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return KeyText.parse(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        variable + " must look like usher_<12 of a-z0-9>_<43 characters of base64url>"));
    }
}
