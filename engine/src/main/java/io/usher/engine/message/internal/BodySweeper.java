package io.usher.engine.message.internal;

import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.async.Loops;
import io.usher.engine.platform.lease.Leases;
import io.usher.engine.platform.time.RealTime;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Contents whose message was never stored, because somebody died in between, go after a day. */
@Component
class BodySweeper {

    static final Duration AFTER = Duration.ofDays(1);

    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final String LEASE = "message-body-sweeper";

    BodySweeper(Loops loops, Leases leases, BodyWalk walk, RealTime time) {
        loops.add(
                LEASE,
                EVERY,
                () -> Async.value(leases.hold(LEASE))
                        && Async.value(walk.sweep(time.now().minus(AFTER))));
    }
}
