package io.usher.engine.workflow.internal.drawing;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a drawing or its triggers, in a sentence that names the block.
 *
 * @param code stable, for programs; the list stands in {@code engine/docs/drawing.md}
 * @param block id of the block, null when it concerns the whole drawing or a trigger
 * @param blockName what a person calls the block
 * @param field a setting ({@code amount}), a way out ({@code ways.Flow_3}) or a place in the triggers ({@code start[0].filter})
 */
public record DrawingProblem(
        String code,
        @Nullable String block,
        @Nullable String blockName,
        @Nullable String field,
        String message,
        Severity severity) {

    /** Whether it keeps the workflow from being activated. */
    public enum Severity {
        ERROR("error"),
        WARNING("warning");

        private final String key;

        Severity(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }

    /** An error of the drawing as a whole. */
    public static DrawingProblem error(String code, String message) {
        return new DrawingProblem(code, null, null, null, message, Severity.ERROR);
    }

    /** An error of one block. */
    public static DrawingProblem error(String code, String block, String blockName, String message) {
        return new DrawingProblem(code, block, blockName, null, message, Severity.ERROR);
    }

    /** An error in a place of the triggers. */
    public static DrawingProblem trigger(String code, String field, String message) {
        return new DrawingProblem(code, null, null, field, message, Severity.ERROR);
    }

    public DrawingProblem at(String place) {
        return new DrawingProblem(code, block, blockName, place, message, severity);
    }

    public DrawingProblem asWarning() {
        return new DrawingProblem(code, block, blockName, field, message, Severity.WARNING);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
