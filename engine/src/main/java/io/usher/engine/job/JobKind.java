package io.usher.engine.job;

import io.usher.engine.account.Right;
import io.usher.engine.shared.Actor;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A kind of job: what one page of its work is. Every bean of this type is a kind; the module that owns the work has it. */
public interface JobKind {

    /** Its name outside the code; it does not change. Lower-case letters and hyphens. */
    String key();

    /** What a caller must have to ask for such a job, and to have its result. */
    Right right();

    /** The file that such a job makes; empty when it makes none. */
    default Optional<ResultFile> file(Task task) {
        return Optional.empty();
    }

    /** About how many things there are to be done; empty when that cannot be told soon. */
    Mono<Long> total(WorkspaceId workspace, Params params);

    /**
     * Works one page, in some seconds at most, on a thread that may wait. The page may be worked again when an engine died, or by
     * two engines at once when one was paused: what it does to others is then done once (derive its ids from task and thing). What
     * goes into the file needs no such care: of a page that was worked twice the one that was kept first counts.
     *
     * @param cursor null for the first page, else {@code next} of the page before
     * @throws RuntimeException the page is tried again later; after some tries the job has failed, with this message for people to
     *     read
     */
    Worked work(Task task, @Nullable String cursor);

    /**
     * What is to be worked.
     *
     * @param at when it was asked for
     * @param pageSize about how many things a page has
     */
    record Task(String id, WorkspaceId workspace, Params params, Actor by, Instant at, int pageSize) {}

    /** Name and type of a file. */
    record ResultFile(String name, String mediaType) {}

    /**
     * A page that was worked.
     *
     * @param next where the page after it begins; null when there is none, which ends the job
     * @param done how many things were looked at
     * @param counts what became of them; names are words of the code, without dots
     * @param output what the file has of them, at most {@value #MAX_OUTPUT} bytes; empty for kinds that make none
     */
    record Worked(@Nullable String next, long done, Map<String, Long> counts, byte[] output) {

        /** So that a piece of a file fits into a document. */
        public static final int MAX_OUTPUT = 8 << 20;

        public Worked {
            counts = Map.copyOf(counts);
        }
    }
}
