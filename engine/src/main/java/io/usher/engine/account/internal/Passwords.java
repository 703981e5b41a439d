package io.usher.engine.account.internal;

import io.usher.engine.shared.ProblemException;
import io.usher.engine.shared.Problems;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Argon2id with OWASP's figures, off the event loop. Each hash takes 19 MiB and some 50 ms of a core, and there is one thread
 * for each lane: two hashes at a time at most, and strangers who fill their lane do not keep those waiting who are known.
 */
@Component
class Passwords implements DisposableBean {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int PARALLELISM = 1;
    private static final int MEMORY_KIB = 19_456;
    private static final int ITERATIONS = 2;
    private static final int QUEUE = 100;
    private static final Duration FULL = Duration.ofSeconds(3);
    private static final Duration DUMMY_KEPT = Duration.ofDays(30);

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, PARALLELISM, MEMORY_KIB, ITERATIONS);
    private final Scheduler known;
    private final Scheduler strangers;
    private final Mono<String> dummy =
            hash(Secrets.random(), Lane.KNOWN).cache(hash -> DUMMY_KEPT, failure -> Duration.ZERO, () -> Duration.ZERO);

    /** Who waits for a hash: somebody known (a device, a session, the engine itself), or anybody. */
    enum Lane {
        KNOWN,
        STRANGER
    }

    @Autowired
    Passwords() {
        this(QUEUE);
    }

    Passwords(int queue) {
        this.known = Schedulers.newBoundedElastic(1, queue, "argon2-known");
        this.strangers = Schedulers.newBoundedElastic(1, queue, "argon2-strangers");
    }

    Mono<String> hash(String password, Lane lane) {
        return in(lane, () -> String.valueOf(argon2.encode(password)));
    }

    Mono<Boolean> matches(String password, String hash, Lane lane) {
        return in(lane, () -> argon2.matches(password, hash));
    }

    /** Takes as long as a wrong password, so that the time does not tell which users exist. */
    Mono<Boolean> matchesNobody(String password, Lane lane) {
        return dummy.flatMap(hash -> matches(password, hash, lane)).thenReturn(false);
    }

    /** Whether a hash was made with weaker figures than those of today. */
    boolean weak(String hash) {
        return argon2.upgradeEncoding(hash);
    }

    /** 429 when too many wait already. */
    private <T> Mono<T> in(Lane lane, Callable<T> work) {
        return Mono.defer(() -> Mono.fromCallable(work).subscribeOn(scheduler(lane)))
                .onErrorMap(RejectedExecutionException.class, full -> busy());
    }

    private Scheduler scheduler(Lane lane) {
        return switch (lane) {
            case KNOWN -> known;
            case STRANGER -> strangers;
        };
    }

    private static ProblemException busy() {
        return Problems.tooMany(
                "too-many-sign-ins",
                "Too many people sign in at this moment; try again in " + FULL.toSeconds() + " s",
                FULL);
    }

    @Override
    public void destroy() {
        known.dispose();
        strangers.dispose();
    }
}
