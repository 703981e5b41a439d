package io.usher.engine.event.internal;

import io.usher.engine.contact.Claim;
import io.usher.engine.event.NewEvent;
import io.usher.engine.shared.EventId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A checked event on its way into a batch: its id, its key, whom it claims to be about. */
record Prepared(NewEvent event, EventId id, @Nullable String key, Claim claim, List<String> warnings) {

    Prepared {
        warnings = Warnings.kept(warnings);
    }

    EventStore.Key storeKey() {
        return new EventStore.Key(event.workspace(), id);
    }

    /** Roughly its size in memory. */
    int weight() {
        return 500 + weight(event.params().values()) + weight(warnings);
    }

    private static int weight(@Nullable Object value) {
        return switch (value) {
            case String text -> 40 + 2 * text.length();
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .mapToInt(each -> weight(each.getKey()) + weight(each.getValue()))
                        .sum();
            case Collection<?> list -> list.stream().mapToInt(Prepared::weight).sum();
            case null, default -> 40;
        };
    }
}
