package io.usher.engine.account.internal;

import io.usher.engine.account.Caller;
import io.usher.engine.shared.AuditEntry;
import io.usher.engine.shared.Expected;
import io.usher.engine.shared.Problems;
import java.io.Serial;
import java.time.Clock;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A person's own name and e-mail address. */
@Component
public class OwnProfile {

    private static final int TRIES = 3;

    private final UserStore users;
    private final Clock clock;

    OwnProfile(UserStore users, Clock clock) {
        this.users = users;
        this.clock = clock;
    }

    /** A key has none. */
    public Mono<Profile> of(Caller caller) {
        return caller.person() ? users.byId(caller.id()).map(User::profile) : Mono.just(Profile.NONE);
    }

    /** Changes the profile if it is the one that was looked at, else {@link Stale}; the profile as it is then. */
    public Mono<Profile> change(Caller caller, Expected expected, UnaryOperator<Profile> change) {
        return of(caller)
                .flatMap(now -> expected.admits(now.tag()) ? replace(caller, now, change) : Mono.error(new Stale(now)))
                .repeatWhenEmpty(tries -> tries.take(TRIES))
                .switchIfEmpty(Mono.error(() -> Problems.conflict(
                        "changed-meanwhile", "The account was changed at the same moment; try again")));
    }

    /** Empty when somebody else changed it in this moment. */
    private Mono<Profile> replace(Caller caller, Profile now, UnaryOperator<Profile> change) {
        var changed = change.apply(now);
        if (changed.equals(now)) {
            return Mono.just(now);
        }
        var next = new Profile(changed.fullName(), changed.email(), now.revision() + 1);
        var audit = AuditEntry.of(
                caller.workspace(), clock.instant(), caller.actor(), "user.profile-changed", caller.id(), Map.of());
        return users.replaceProfile(caller.id(), next, audit)
                .filter(replaced -> replaced)
                .map(replaced -> next);
    }

    /** Another profile than the one that was looked at is there. */
    public static final class Stale extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1;

        private final transient Profile now;

        Stale(Profile now) {
            super("stale", null, false, false);
            this.now = now;
        }

        public Profile now() {
            return now;
        }
    }
}
