package io.usher.designer.drawing;

import io.usher.designer.engine.EngineException.Stale;
import java.time.Instant;

/** How what is drawn stands to what the engine has. */
sealed interface Saving {

    /** The engine has it since then. */
    record Saved(Instant at) implements Saving {}

    /** On its way, or about to be. */
    record Busy() implements Saving {}

    /** The engine does not answer; it is tried again. */
    record Away() implements Saving {}

    /** The engine does not take it, and says why; a change may mend that. */
    record Refused(String why) implements Saving {}

    /** Somebody else has saved another one; a person must decide. */
    record Conflict(Stale stale) implements Saving {}

    /** Whether it would be lost with the browser. */
    default boolean isUnsaved() {
        return !(this instanceof Saved);
    }
}
