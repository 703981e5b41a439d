package io.usher.engine.platform.async;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The one place where straight code on a virtual thread waits for reactive code; always with a time limit. */
public final class Async {

    /** Time limit of one database step. */
    public static final Duration STEP = Duration.ofSeconds(15);

    private Async() {}

    /**
     * The value of the Mono, null when it is empty. Its error is thrown as it is when unchecked; a time-out is an
     * {@link UnavailableException}; an interrupt ends the wait, keeps the mark and is an {@link UnavailableException} too.
     */
    public static <T> @Nullable T await(Mono<T> mono, Duration limit) {
        var future = mono.toFuture();
        try {
            return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            future.cancel(true);
            throw new UnavailableException("No answer within " + limit.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new UnavailableException("Interrupted", e);
        } catch (ExecutionException e) {
            var cause = e.getCause();
            if (cause instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            throw new IllegalStateException(cause);
        }
    }

    /** As {@link #await(Mono, Duration)} with the limit of one database step. */
    public static <T> @Nullable T await(Mono<T> mono) {
        return await(mono, STEP);
    }

    /** The value, which must be there. */
    public static <T> T value(Mono<T> mono) {
        var value = await(mono, STEP);
        if (value == null) {
            throw new IllegalStateException("Nothing where a value was promised");
        }
        return value;
    }

    /** All values in their order. */
    public static <T> List<T> all(Flux<T> flux) {
        return value(flux.collectList());
    }

    /** Waits, or returns at once when interrupted (the mark is kept). For loops between two passes, never for tests. */
    public static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
