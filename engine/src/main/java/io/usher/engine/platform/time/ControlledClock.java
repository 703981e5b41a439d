package io.usher.engine.platform.time;

import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.start.Preparation;
import io.usher.engine.shared.Ids;
import io.usher.engine.shared.Problems;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Moves the time of all engines of one database together, forward only: the broker's scheduling does not survive going back.
 * Each engine follows the stored offset and reports what it has applied; the broker is moved by the caller, last.
 */
@Component
@Order(Preparation.INSTALLATION)
@ConditionalOnProperty("usher.platform.controlled-clock")
public class ControlledClock implements Preparation, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ControlledClock.class);
    private static final Duration FOLLOW = Duration.ofMillis(250);
    private static final Duration CHECK = Duration.ofMillis(50);
    private static final Duration ALIVE = Duration.ofSeconds(3);
    private static final Duration LIMIT = Duration.ofSeconds(15);

    private final UsherClock clock;
    private final RealTime realTime;
    private final ClockOffsets offsets;
    private final String instance = Ids.random();
    private volatile @Nullable Disposable following;

    ControlledClock(UsherClock clock, RealTime realTime, ClockOffsets offsets) {
        this.clock = clock;
        this.realTime = realTime;
        this.offsets = offsets;
    }

    /** Adds to the time and answers the new offset when every live engine has it; 503 when one does not take it over. */
    public Mono<Duration> add(Duration step) {
        return offsets.add(step)
                .doOnNext(this::forward)
                .flatMap(offset -> report().then(appliedByAll(offset)).thenReturn(offset));
    }

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public Mono<Void> prepare() {
        return follow();
    }

    @Override
    public void start() {
        following = Flux.interval(FOLLOW)
                .onBackpressureDrop()
                .concatMap(tick -> follow().onErrorResume(failure -> {
                    LOG.debug("The clock's offset could not be read", failure);
                    return Mono.empty();
                }))
                .subscribe();
    }

    @Override
    public void stop() {
        var running = following;
        following = null;
        if (running != null) {
            running.dispose();
            Async.await(offsets.withdraw(instance).onErrorComplete(), ALIVE);
        }
    }

    @Override
    public boolean isRunning() {
        return following != null;
    }

    private Mono<Void> follow() {
        return offsets.read().doOnNext(this::forward).then(Mono.defer(this::report));
    }

    /** A read that is older than an {@code add} of this engine must not take it back. */
    private synchronized void forward(Duration offset) {
        if (offset.compareTo(clock.offset()) > 0) {
            clock.offset(offset);
        }
    }

    private Mono<Void> report() {
        return offsets.report(instance, clock.offset(), realTime.now());
    }

    private Mono<Boolean> appliedByAll(Duration offset) {
        return Mono.defer(() -> offsets.appliedByAll(offset, realTime.now().minus(ALIVE)))
                .filter(applied -> applied)
                .repeatWhenEmpty(again -> again.delayElements(CHECK))
                .timeout(LIMIT)
                .onErrorMap(
                        TimeoutException.class,
                        late -> Problems.unavailable("Another engine does not take over the new time"));
    }
}
