package io.usher.engine.platform.health;

import io.usher.engine.platform.time.RealTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import reactor.core.publisher.Mono;

/** Asks a server whether it is there, at most every three seconds and never for long, so that health answers fast. */
final class ServerCheck {

    private static final Duration KEPT = Duration.ofSeconds(3);
    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final String server;
    private final String address;
    private final Mono<?> probe;
    private final RealTime time;
    private final Function<Throwable, String> cause;
    private final AtomicReference<@Nullable Instant> downSince = new AtomicReference<>();
    private final Mono<Health> health;

    ServerCheck(String server, String address, Mono<?> probe, RealTime time) {
        this(server, address, probe, time, failure -> failure.getClass().getSimpleName());
    }

    /**
     * @param cause what health shows of a failure: never an address or a secret
     */
    ServerCheck(String server, String address, Mono<?> probe, RealTime time, Function<Throwable, String> cause) {
        this.server = server;
        this.address = address;
        this.probe = probe;
        this.time = time;
        this.cause = cause;
        this.health = Mono.defer(this::ask).cache(KEPT);
    }

    Mono<Health> health() {
        return health;
    }

    private Mono<Health> ask() {
        return probe.timeout(LIMIT)
                .then(Mono.fromSupplier(this::up))
                .onErrorResume(failure -> Mono.just(down(failure)));
    }

    private Health up() {
        downSince.set(null);
        return Health.up().withDetail("address", address).build();
    }

    private Health down(Throwable failure) {
        downSince.compareAndSet(null, time.now());
        var since = downSince.get();
        return Health.down()
                .withDetail("address", address)
                .withDetail("waitingFor", server + " at " + address + " to answer")
                .withDetail("since", String.valueOf(since))
                .withDetail("cause", cause.apply(failure))
                .build();
    }
}
