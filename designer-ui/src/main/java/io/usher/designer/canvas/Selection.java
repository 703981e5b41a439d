package io.usher.designer.canvas;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one element that is selected.
 *
 * @param block its kind of block; null on a flow and on what another tool drew
 * @param settings of a block
 * @param exit what a flow that leaves a decision carries; null elsewhere
 * @param foreign what another tool drew; null on blocks and on the lines between them
 * @param ways the flows that leave the block, in their order
 */
public record Selection(
        String id,
        @Nullable String block,
        String name,
        Map<String, Object> settings,
        @Nullable Map<String, Object> exit,
        @Nullable Foreign foreign,
        List<Way> ways) {

    /** A block, or a line between blocks. */
    public Selection(
            String id,
            @Nullable String block,
            String name,
            Map<String, Object> settings,
            @Nullable Map<String, Object> exit,
            List<Way> ways) {
        this(id, block, name, settings, exit, null, ways);
    }

    /**
     * What is drawn but no block.
     *
     * @param kind as BPMN calls it, with dashes; {@code unknown-block} for a block that the engine does not have
     * @param detail what an event waits for or does; the key of an unknown block
     * @param blocks that can take its place, by their keys, with all its lines
     */
    public record Foreign(String kind, @Nullable String detail, List<String> blocks) {}

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
