package io.usher.designer.canvas;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a drawing, as the engine's validation says it; marked on the card it is about.
 *
 * @param block the element's id; null when it is about the whole drawing
 * @param severity error or warning
 */
public record DrawingProblem(
        @Nullable String code,
        @Nullable String block,
        @Nullable String blockName,
        @Nullable String field,
        String message,
        String severity) {

    /** Whether it stands in the way of an activation. */
    public boolean isError() {
        return !"warning".equals(severity);
    }
}
