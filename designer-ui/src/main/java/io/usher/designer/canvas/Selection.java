package io.usher.designer.canvas;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one element that is selected.
 *
 * @param block its kind of block; null on a flow
 * @param settings of a block
 * @param exit what a flow that leaves a decision carries; null elsewhere
 */
public record Selection(
        String id,
        @Nullable String block,
        String name,
        Map<String, Object> settings,
        @Nullable Map<String, Object> exit) {}
