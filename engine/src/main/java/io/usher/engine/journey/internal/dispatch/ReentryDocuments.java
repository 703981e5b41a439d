package io.usher.engine.journey.internal.dispatch;

import io.usher.engine.shared.EventId;
import io.usher.engine.shared.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The small documents that put the decisions of one scope in a row (mechanism.md, section 3.3). */
public interface ReentryDocuments {

    /** The document of this scope; empty when nothing was decided yet. */
    Mono<Row> read(String scope);

    /**
     * Stores the row if the number of changes is still what {@code before} says (null: if there is no document); false: it is
     * not, read again.
     */
    Mono<Boolean> write(String scope, @Nullable Row before, Row after);

    /**
     * @param lastEvent the event decided last, with its outcome and the reason it was given
     * @param lastStartedAt acceptance of the event that last started; never goes back
     * @param n number of changes
     */
    record Row(
            EventId lastEvent,
            @Nullable Reason reason,
            @Nullable Instant lastStartedAt,
            long n) {}
}
