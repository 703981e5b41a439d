package io.usher.engine.job.internal;

import io.usher.engine.job.JobKind.Worked;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Files that jobs make, in pieces of one page each. */
public interface JobFiles {

    /** Keeps the page's piece with what the page came to, unless there is one: what was kept first is answered. */
    Mono<Worked> keep(String job, int page, Worked worked);

    /** The file, piece by piece as it is asked for; an error when one is missing. */
    Flux<byte[]> read(String job, int pieces);

    /** Repeating is harmless. */
    Mono<Void> delete(String job, int pages);
}
