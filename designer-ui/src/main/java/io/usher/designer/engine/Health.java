package io.usher.designer.engine;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The engine's health: its own status and that of each part it needs. */
public record Health(String status, Map<String, Part> parts) {

    private static final String UP = "UP";

    /** The names under which the engine tells anybody how a part is, and the part's own name. */
    static final Map<String, String> GROUPS =
            Map.of("store", "mongo", "broker", "zeebe", "start", "startup", "background", "loops");

    public Health {
        parts = Map.copyOf(parts);
    }

    public boolean isUp() {
        return UP.equals(status);
    }

    /** The names of the parts that are not up, in alphabetical order. */
    public List<String> waitsFor() {
        return parts.entrySet().stream()
                .filter(part -> !part.getValue().isUp())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** One part the engine needs, for example its store. */
    public record Part(String status, Map<String, String> details) {

        public Part {
            details = Map.copyOf(details);
        }

        public boolean isUp() {
            return UP.equals(status);
        }
    }

    /** The answer as it comes over the wire. */
    public record Wire(String status, @Nullable Map<String, WirePart> components) {

        Health health() {
            var parts = components == null ? Map.<String, WirePart>of() : components;
            return new Health(
                    status,
                    parts.entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey, part -> part.getValue().part())));
        }
    }

    public record WirePart(String status, @Nullable Map<String, @Nullable Object> details) {

        Part part() {
            var said = details == null ? Map.<String, @Nullable Object>of() : details;
            return new Part(
                    status,
                    said.entrySet().stream()
                            .filter(detail -> detail.getValue() != null)
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey, detail -> Objects.toString(detail.getValue()))));
        }
    }
}
