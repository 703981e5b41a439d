package io.usher.engine.platform.web;

import io.swagger.v3.oas.annotations.Hidden;
import io.usher.engine.platform.time.ControlledClock;
import io.usher.engine.platform.time.UsherClock;
import io.usher.engine.platform.zeebe.BrokerClock;
import io.usher.engine.shared.Problems;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The controlled clock over HTTP: only in controlled mode, and only from this machine. Forward only. */
@RestController
@RequestMapping("/actuator/clock")
@ConditionalOnProperty("usher.platform.controlled-clock")
@Hidden
class ClockController {

    private static final Duration LONGEST = Duration.ofDays(3_660);

    private final ControlledClock controlled;
    private final BrokerClock broker;
    private final UsherClock clock;

    ClockController(ControlledClock controlled, BrokerClock broker, UsherClock clock) {
        this.controlled = controlled;
        this.broker = broker;
        this.clock = clock;
    }

    record Step(@Nullable String duration) {}

    record Time(Duration offset, Instant time) {}

    @GetMapping
    Mono<Time> time() {
        return Mono.fromSupplier(() -> new Time(clock.offset(), clock.instant()));
    }

    @PostMapping("/add")
    Mono<Time> add(@RequestBody Step request) {
        var step = step(request.duration());
        return controlled.add(step).flatMap(offset -> broker.add(step).then(time()));
    }

    private static Duration step(@Nullable String text) {
        try {
            var step = Duration.parse(text == null ? "" : text);
            if (step.isPositive() && step.compareTo(LONGEST) <= 0) {
                return step;
            }
        } catch (DateTimeException e) {
            // the same refusal as for a duration that is not positive
        }
        throw Problems.invalid(
                "duration", "duration", "duration must be a positive ISO-8601 duration such as P3D or PT1S");
    }
}
