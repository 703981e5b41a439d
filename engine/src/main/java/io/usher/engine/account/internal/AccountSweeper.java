package io.usher.engine.account.internal;

import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.async.Loops;
import io.usher.engine.platform.time.RealTime;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Removes sessions that ended by themselves and wrong tries of more than a day ago. */
@Component
class AccountSweeper {

    private static final Duration EVERY = Duration.ofMinutes(15);
    private static final Duration TRIES_KEPT = Duration.ofDays(1);

    AccountSweeper(Loops loops, Sessions sessions, TryStore tries, RealTime time) {
        loops.add("account-sweeper", EVERY, () -> {
            Async.await(sessions.sweep());
            Async.await(tries.forgetOlderThan(time.now().minus(TRIES_KEPT)));
            return false;
        });
    }
}
