package io.usher.designer.canvas;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A kind of block as the engine's catalogue ({@code GET /api/v1/blocks}) describes it; goes to the browser as it is.
 *
 * @param key {@code usher.block} in the drawing
 * @param summary one line from the settings, field names in braces
 * @param drawn start-event, service-task, timer, exclusive-gateway or end-event
 * @param ways none, one, rules or shares: what the flows that leave it carry
 */
public record Block(
        String key,
        String title,
        String help,
        String summary,
        String family,
        int familyOrder,
        String icon,
        String drawn,
        @Nullable String taskType,
        String ways,
        List<Field> fields) {

    /** One setting of a block. */
    public record Field(
            String name,
            String label,
            String help,
            String kind,
            boolean required,
            @Nullable Object defaultValue,
            List<Option> options,
            @Nullable Long min,
            @Nullable Long max,
            Map<String, String> shownWhen) {}

    /** One value of a choice. */
    public record Option(String value, String label) {}
}
