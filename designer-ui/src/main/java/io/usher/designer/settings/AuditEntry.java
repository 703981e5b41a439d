package io.usher.designer.settings;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One change as the engine's audit tells it.
 *
 * @param action a code such as {@code workflow.activated}
 * @param arguments what it was done with, by name
 */
public record AuditEntry(
        String id, Instant at, Actor actor, String action, Thing thing, Map<String, String> arguments) {

    public AuditEntry {
        arguments = Map.copyOf(Objects.requireNonNullElse(arguments, Map.of()));
    }

    /**
     * Who did it.
     *
     * @param kind person, key or system
     * @param name what it is called now; null when there is none of that id any more
     */
    public record Actor(String kind, String id, @Nullable String name) {

        String label() {
            return name == null || name.isBlank() ? id : name;
        }
    }

    /** What was changed. */
    public record Thing(String kind, String id) {}
}
