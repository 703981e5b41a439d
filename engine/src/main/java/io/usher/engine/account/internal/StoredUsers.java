package io.usher.engine.account.internal;

import io.usher.engine.account.Users;
import io.usher.engine.account.internal.Passwords.Lane;
import io.usher.engine.platform.async.Failures;
import io.usher.engine.platform.time.UsherClock;
import io.usher.engine.shared.Ids;
import io.usher.engine.shared.Problems;
import io.usher.engine.shared.WorkspaceId;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes users; two of one name are refused by the unique index, whoever makes them. */
@Component
class StoredUsers implements Users {

    private final UserStore users;
    private final Passwords passwords;
    private final UsherClock clock;

    StoredUsers(UserStore users, Passwords passwords, UsherClock clock) {
        this.users = users;
        this.passwords = passwords;
        this.clock = clock;
    }

    @Override
    public Mono<String> create(String name, String password, WorkspaceId workspace) {
        var id = Ids.random();
        return passwords
                .hash(password, Lane.KNOWN)
                .map(hash -> new User(
                        id, SignIns.normal(name), hash, 0, true, List.of(workspace), clock.instant(), Profile.NONE))
                .flatMap(users::insert)
                .onErrorMap(
                        Failures::duplicateKey,
                        taken -> Problems.conflict("user-exists", "There is a user of this name"))
                .thenReturn(id);
    }
}
