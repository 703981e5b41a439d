package io.usher.designer.engine;

import java.util.List;
import java.util.Optional;

/** What the designer last saw of the engine. */
public sealed interface EngineState {

    /** Nobody has looked yet. */
    record Unknown() implements EngineState {}

    /** The engine and everything it needs answer. */
    record Running(Health health, Optional<String> version) implements EngineState {}

    /** The engine answers, but waits for something it needs. */
    record Waiting(Health health, Optional<String> version) implements EngineState {

        public List<String> waitsFor() {
            return health.waitsFor();
        }
    }

    /** The engine does not answer. */
    record Away() implements EngineState {}

    /** The health behind this state, when the engine could be asked. */
    default Optional<Health> seen() {
        return switch (this) {
            case Running running -> Optional.of(running.health());
            case Waiting waiting -> Optional.of(waiting.health());
            case Unknown unknown -> Optional.empty();
            case Away away -> Optional.empty();
        };
    }

    /** The engine's version, when the engine could be asked. */
    default Optional<String> engineVersion() {
        return switch (this) {
            case Running running -> running.version();
            case Waiting waiting -> waiting.version();
            case Unknown unknown -> Optional.empty();
            case Away away -> Optional.empty();
        };
    }
}
