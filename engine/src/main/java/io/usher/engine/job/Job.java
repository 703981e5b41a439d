package io.usher.engine.job;

import io.usher.engine.shared.Actor;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A piece of long work.
 *
 * @param kind the key of its {@link JobKind}
 * @param params what it was asked for, as its kind understands it
 * @param by who asked
 * @param result the file that it made; null while there is none, and for kinds that make none
 * @param reason of the last failure: why it failed, or why it is tried again
 */
public record Job(
        String id,
        WorkspaceId workspace,
        String kind,
        Params params,
        Actor by,
        Times times,
        JobState state,
        Progress progress,
        @Nullable Result result,
        @Nullable String reason) {

    /** When it was asked for, when work began, and when it ended. */
    public record Times(
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt) {}

    /**
     * How far it is.
     *
     * @param done things that were looked at
     * @param total about how many there are, as counted when it was asked for; null when that could not be counted
     * @param counts what became of them, by names of the kind
     * @param worked time that was spent at it
     */
    public record Progress(long done, @Nullable Long total, Map<String, Long> counts, Duration worked) {

        public Progress {
            counts = Map.copyOf(counts);
        }

        /** Nothing done yet. */
        public static Progress none(@Nullable Long total) {
            return new Progress(0, total, Map.of(), Duration.ZERO);
        }

        /** How long the rest takes at the pace so far; empty while that cannot be told. */
        public Optional<Duration> left() {
            if (total == null || done == 0) {
                return Optional.empty();
            }
            double share = Math.max(0, total - done) / (double) done;
            return Optional.of(Duration.ofMillis(Math.round(worked.toMillis() * share)));
        }
    }

    /**
     * A file; any engine gives it.
     *
     * @param bytes its length
     * @param pieces of which it is put together
     * @param until it is taken away then
     */
    public record Result(String name, String mediaType, long bytes, int pieces, Instant until) {}
}
