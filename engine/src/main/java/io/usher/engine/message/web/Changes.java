package io.usher.engine.message.web;

import io.usher.engine.message.MessageConnection.Change;
import io.usher.engine.platform.web.StaleBody;
import io.usher.engine.shared.Expected;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Mono;

/** Changes of what has an ETag: made on what was looked at, or refused with 412. */
final class Changes {

    /** Changes of others that may come between reading and writing before one with {@code If-Match: *} gives up. */
    private static final int TRIES = 5;

    private Changes() {}

    /** What there is, as its tag and last change say. */
    record Seen(String what, String tag, @Nullable Change changed) {}

    /**
     * @param now reads what is there
     * @param seen tells about it
     * @param change makes the change on it; empty when it was changed meanwhile
     */
    static <T> Mono<ResponseEntity<?>> on(
            Expected expected,
            Supplier<Mono<T>> now,
            Function<T, Seen> seen,
            Function<T, Mono<ResponseEntity<?>>> change) {
        return on(expected, now, seen, change, TRIES);
    }

    private static <T> Mono<ResponseEntity<?>> on(
            Expected expected,
            Supplier<Mono<T>> now,
            Function<T, Seen> seen,
            Function<T, Mono<ResponseEntity<?>>> change,
            int tries) {
        return now.get().flatMap(found -> {
            var is = seen.apply(found);
            if (tries == 0 || !expected.admits(is.tag())) {
                return Mono.just(stale(is));
            }
            return change.apply(found).switchIfEmpty(Mono.defer(() -> on(expected, now, seen, change, tries - 1)));
        });
    }

    private static ResponseEntity<?> stale(Seen is) {
        var change = is.changed();
        var body = change == null
                ? StaleBody.of(is.what(), is.tag(), "Nothing was saved.")
                : StaleBody.of(is.what(), is.tag(), change.at(), change.by().name(), "Nothing was saved.");
        return ResponseEntity.status(HttpStatus.PRECONDITION_FAILED)
                .eTag(is.tag())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }
}
