package io.usher.engine.platform.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.usher.engine.platform.async.Loop;
import io.usher.engine.platform.async.LoopState.Round;
import io.usher.engine.platform.async.Loops;
import io.usher.engine.platform.time.RealTime;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Each background loop's last round: how long ago it ended, how long it took, and how many there were and failed. */
@Component
class LoopMeters {

    private final MeterRegistry meters;
    private final RealTime time;

    LoopMeters(MeterRegistry meters, RealTime time, Loops loops) {
        this.meters = meters;
        this.time = time;
        loops.watch(this::register);
    }

    private void register(Loop loop) {
        var name = loop.state().name();
        gauge(
                loop,
                "usher.loop.round.age",
                "Since the end of the last round",
                round -> Duration.between(round.at(), time.now()));
        gauge(loop, "usher.loop.round.duration", "How long the last round took", Round::took);
        FunctionCounter.builder("usher.loop.rounds", loop, Loop::rounds)
                .description("Rounds, failed ones too")
                .tag("loop", name)
                .register(meters);
        FunctionCounter.builder("usher.loop.failures", loop, Loop::failures)
                .description("Rounds that failed")
                .tag("loop", name)
                .register(meters);
    }

    /** Not a number before the first round. */
    private void gauge(Loop loop, String name, String description, Function<Round, Duration> value) {
        TimeGauge.builder(
                        name,
                        () -> {
                            var round = loop.state().round();
                            return round == null
                                    ? Double.NaN
                                    : value.apply(round).toMillis();
                        },
                        TimeUnit.MILLISECONDS)
                .description(description)
                .tag("loop", loop.state().name())
                .strongReference(true)
                .register(meters);
    }
}
