package io.usher.designer.canvas;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one element that is selected.
 *
 * @param block its kind of block; null on a flow
 * @param settings of a block
 * @param exit what a flow that leaves a decision carries; null elsewhere
 * @param ways the flows that leave the block, in their order
 */
public record Selection(
        String id,
        @Nullable String block,
        String name,
        Map<String, Object> settings,
        @Nullable Map<String, Object> exit,
        List<Way> ways) {

    /**
     * A flow that leaves the block.
     *
     * @param exit what it carries when the block is a decision; null elsewhere
     * @param targetName the title of the block it leads to
     */
    public record Way(
            String id,
            String name,
            @Nullable Map<String, Object> exit,
            @Nullable String targetName) {}
}
