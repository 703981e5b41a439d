package io.usher.engine.event;

import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.EventId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The promise of law 1: this event is on disk and will take effect exactly once. {@code contact} is null for nobody. */
public record Accepted(EventId id, @Nullable ContactId contact, List<String> warnings) {

    public Accepted {
        warnings = List.copyOf(warnings);
    }
}
