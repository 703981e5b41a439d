package io.usher.engine.journey.internal.start;

import io.usher.engine.journey.Journey;
import io.usher.engine.journey.internal.lane.Lanes;
import io.usher.engine.journey.internal.record.JourneyRuns;
import io.usher.engine.journey.internal.record.JourneyRuns.Claim;
import io.usher.engine.journey.internal.record.JourneyRuns.Starting;
import io.usher.engine.platform.PlatformProperties;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.lease.Leases;
import io.usher.engine.platform.time.RealTime;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The journeys that this engine is to start: those of its lanes, but for those that another engine has claimed a moment ago. A
 * claim keeps two engines from making two instances when a lane changes hands; that only one of them counts is the bind's work.
 */
@Component
class StartQueue {

    private static final int CLAIM_IN_LEASES = 2;

    private final JourneyRuns runs;
    private final Lanes lanes;
    private final Leases leases;
    private final RealTime time;
    private final Duration claimTime;

    StartQueue(JourneyRuns runs, Lanes lanes, Leases leases, RealTime time, PlatformProperties properties) {
        this.runs = runs;
        this.lanes = lanes;
        this.leases = leases;
        this.time = time;
        this.claimTime = properties.leaseTime().multipliedBy(CLAIM_IN_LEASES);
    }

    /** The oldest of the lanes that are this engine's now, those after this one; none while it has no lanes. */
    List<Starting> page(@Nullable Starting after, int limit) {
        var mine = lanes.mine();
        return mine.isEmpty() ? List.of() : Async.value(runs.starting(mine, after, limit));
    }

    /** Nobody else is at it. */
    boolean free(Starting journey) {
        var claim = journey.claim();
        return claim == null
                || claim.by().equals(leases.owner())
                || !claim.until().isAfter(time.now());
    }

    /** Says that this engine makes an instance of it now; false when it must not. To be asked before every create. */
    boolean claim(Journey journey) {
        var now = time.now();
        return Async.value(
                runs.claim(journey.id(), journey.run(), new Claim(leases.owner(), now.plus(claimTime)), now));
    }
}
