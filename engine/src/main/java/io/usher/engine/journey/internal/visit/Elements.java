package io.usher.engine.journey.internal.visit;

import io.usher.engine.workflow.Workflows;
import java.util.Optional;

/** Reads the element ids of the compiled process. */
final class Elements {

    private static final String STEP = Workflows.step("");

    private Elements() {}

    /** The drawn flow on which this compiled step stands; empty for a drawn block. */
    static Optional<String> flowOfStep(String element) {
        return element.endsWith(STEP)
                ? Optional.of(element.substring(0, element.length() - STEP.length()))
                : Optional.empty();
    }
}
