package io.usher.engine.shared;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** From (inclusive) to (exclusive); null leaves that side open. */
public record TimeWindow(@Nullable Instant from, @Nullable Instant to) {

    public static final TimeWindow ALWAYS = new TimeWindow(null, null);

    public TimeWindow {
        if (from != null && to != null && to.isBefore(from)) {
            throw Problems.invalid("to", "order", "to must not be before from");
        }
    }
}
