package io.usher.engine.workflow.internal.sample;

import io.usher.engine.event.EventType.Category;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.workflow.internal.Triggers;
import java.util.List;

/**
 * A workflow to begin from.
 *
 * @param key its folder's name
 * @param sentence what it does, for somebody who chooses
 * @param blocks keys of the blocks between start and exit, each once, in the order of the drawing
 * @param drawn the drawing's bytes
 * @param types event types that its triggers and drawing name
 * @param segments segments that its drawing names
 */
public record Sample(
        String key,
        String name,
        String sentence,
        List<String> tags,
        List<String> blocks,
        byte[] drawn,
        Triggers triggers,
        List<Type> types,
        List<Named> segments) {

    public Sample {
        tags = List.copyOf(tags);
        blocks = List.copyOf(blocks);
        types = List.copyOf(types);
        segments = List.copyOf(segments);
    }

    /** An event type as it is made when it is missing. */
    public record Type(EventTypeKey key, String name, Category category) {}

    /** A segment as it is made when it is missing. */
    public record Named(String key, String name) {}
}
