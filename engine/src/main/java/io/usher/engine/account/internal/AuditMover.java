package io.usher.engine.account.internal;

import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.async.Loops;
import io.usher.engine.platform.lease.Leases;
import io.usher.engine.platform.mongo.AuditTrail;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Moves entries of the audit from the changed documents to the audit. */
@Component
class AuditMover {

    private static final String LEASE = "audit-mover";
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration TIME_LIMIT = Duration.ofMinutes(1);

    AuditMover(AuditTrail trail, Leases leases, Loops loops, Clock clock) {
        loops.add(
                LEASE,
                EVERY,
                () -> Async.value(leases.hold(LEASE))
                        && Objects.requireNonNullElse(Async.await(trail.move(clock.instant()), TIME_LIMIT), 0L) > 0);
    }
}
