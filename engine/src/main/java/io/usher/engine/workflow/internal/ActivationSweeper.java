package io.usher.engine.workflow.internal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.async.Loops;
import io.usher.engine.platform.lease.Leases;
import io.usher.engine.workflow.internal.VersionStore.StoredVersion;
import io.usher.engine.workflow.internal.Workflow.Change;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Finishes what an activation or a change of links left when its engine died or the broker was away. What it repairs in a
 * healthy system is a bug report, so it says so and counts.
 */
@Component
class ActivationSweeper {

    private static final Logger LOG = LoggerFactory.getLogger(ActivationSweeper.class);
    private static final String LEASE = "sweeper-activation";
    private static final Duration EVERY = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration TIME_LIMIT = Duration.ofMinutes(2);

    private final VersionStore versions;
    private final WorkflowStore workflows;
    private final Rollout rollout;
    private final LinkChanges changes;
    private final Clock clock;
    private final Counter repaired;

    ActivationSweeper(
            VersionStore versions,
            WorkflowStore workflows,
            Rollout rollout,
            LinkChanges changes,
            Clock clock,
            MeterRegistry meters) {
        this.versions = versions;
        this.workflows = workflows;
        this.rollout = rollout;
        this.changes = changes;
        this.clock = clock;
        this.repaired = Counter.builder("usher.sweeper.repaired")
                .tag("sweeper", "activation")
                .register(meters);
    }

    /** Its loop, which only the holder of the lease runs. */
    @Component
    static final class Schedule {

        Schedule(ActivationSweeper sweeper, Leases leases, Loops loops) {
            loops.add(LEASE, EVERY, () -> {
                if (Async.value(leases.hold(LEASE))) {
                    Async.await(sweeper.sweep(sweeper.clock.instant().minus(PATIENCE)), TIME_LIMIT);
                }
                return false;
            });
        }
    }

    /** One pass over everything that was left before this time; one that cannot be finished does not keep the others. */
    Mono<Void> sweep(Instant before) {
        return versions.deployingBefore(before)
                .concatMap(this::finish)
                .thenMany(workflows.linksChangedBefore(before))
                .concatMap(mark -> changes.announce(mark).doOnSuccess(done -> note("links of " + mark.workflow())))
                .then();
    }

    private Mono<Void> finish(StoredVersion version) {
        Instant now = clock.instant();
        return rollout.finish(
                        version,
                        new Change(now, version.made().by(), version.made().actor()))
                .doOnSuccess(done -> note("activation of " + version.processId()))
                .onErrorResume(failure -> {
                    LOG.warn("The activation of {} is not finished: {}", version.processId(), failure.getMessage());
                    return Mono.empty();
                })
                .then();
    }

    private void note(String what) {
        repaired.increment();
        LOG.warn("Finished the {}, which had been left", what);
    }
}
