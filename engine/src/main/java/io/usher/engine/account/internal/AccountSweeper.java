package io.usher.engine.account.internal;

import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.async.Loops;
import io.usher.engine.platform.time.RealTime;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Removes what has run out: sessions, tries, devices that nobody uses, and old entries of the security log. */
@Component
class AccountSweeper {

    private static final Duration EVERY = Duration.ofMinutes(15);

    AccountSweeper(
            Loops loops, Sessions sessions, TryStore tries, Devices devices, StoredSecurityLog log, RealTime time) {
        loops.add("account-sweeper", EVERY, () -> {
            Async.await(sessions.sweep());
            Async.await(tries.forgetFree(time.now()));
            Async.await(devices.sweep());
            Async.await(log.sweep());
            return false;
        });
    }
}
