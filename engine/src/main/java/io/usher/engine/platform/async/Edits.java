package io.usher.engine.platform.async;

import io.usher.engine.shared.Edited;
import io.usher.engine.shared.Expected;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Changes things on the state that somebody looked at. */
public final class Edits {

    /** Changes of others that may come between reading and writing before one gives up. */
    private static final int TRIES = 5;

    private Edits() {}

    /**
     * Reads, and writes when what is there is expected.
     *
     * @param read what is there now; an error when there is nothing
     * @param tag of a state
     * @param write makes the change on this state; empty when another state is there meanwhile, the same when nothing changes
     */
    public static <T> Mono<Edited<T>> change(
            Mono<T> read, Function<T, String> tag, Expected expected, Function<T, Mono<T>> write) {
        return read.flatMap(now -> expected.admits(tag.apply(now))
                        ? write.apply(now).<Edited<T>>map(Edited.Saved::new)
                        : Mono.<Edited<T>>just(new Edited.Stale<>(now)))
                .repeatWhenEmpty(tries -> tries.take(TRIES))
                .switchIfEmpty(read.<Edited<T>>map(Edited.Stale::new));
    }
}
