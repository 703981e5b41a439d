package io.usher.engine.journey.internal.lane;

import io.usher.engine.event.DispatchQueue;
import io.usher.engine.platform.PlatformProperties;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.async.Loops;
import io.usher.engine.platform.lease.Leases;
import io.usher.engine.platform.time.RealTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Which lanes this instance works: its fair share of all, by leases that are renewed together. */
@Component
class LeasedLanes implements Lanes, DisposableBean {

    private static final String LANE = "lane-";
    private static final Duration LAST_WORD = Duration.ofSeconds(3);
    private static final String ENGINE = "engine-";
    private static final List<String> ALL = IntStream.range(0, DispatchQueue.LANES)
            .mapToObj(lane -> LANE + lane)
            .toList();

    private final Leases leases;
    private final RealTime time;
    private final Duration leaseTime;
    private volatile Held held = new Held(Set.of(), Instant.EPOCH);

    LeasedLanes(Leases leases, RealTime time, PlatformProperties properties, Loops loops) {
        this.leases = leases;
        this.time = time;
        this.leaseTime = properties.leaseTime();
        loops.add("lanes", leaseTime.dividedBy(5), this::renew);
    }

    /** None when the renewal is overdue. */
    @Override
    public Set<Integer> mine() {
        var now = held;
        return now.until().isAfter(time.now()) ? now.lanes() : Set.of();
    }

    private boolean renew() {
        var until = time.now().plus(leaseTime);
        Async.value(leases.hold(ENGINE + leases.owner()));
        long engines = Math.max(1, Async.value(leases.live(ENGINE)));
        int share = (int) ((DispatchQueue.LANES + engines - 1) / engines);
        var names = Async.value(leases.hold(ALL, share));
        held = new Held(
                names.stream()
                        .map(name -> Integer.valueOf(name.substring(LANE.length())))
                        .collect(Collectors.toUnmodifiableSet()),
                until);
        return false;
    }

    /** At an orderly end the lanes are given up, so that nobody waits for their expiry; the loops have ended before. */
    @Override
    public void destroy() {
        held = new Held(Set.of(), Instant.EPOCH);
        var names = new ArrayList<>(ALL);
        names.add(ENGINE + leases.owner());
        Async.await(leases.release(names).onErrorComplete(), LAST_WORD);
    }

    private record Held(Set<Integer> lanes, Instant until) {}
}
