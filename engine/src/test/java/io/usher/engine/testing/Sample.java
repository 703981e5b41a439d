package io.usher.engine.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A folder of {@code bpmn-samples}: what a person can load with curl, loaded by a test in the same way. */
public record Sample(Path folder) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** All that have steps, by name. */
    public static List<Sample> all() {
        try (Stream<Path> folders = Files.list(root())) {
            return folders.filter(folder -> Files.exists(folder.resolve("steps.json")))
                    .sorted()
                    .map(Sample::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Sample named(String name) {
        return new Sample(root().resolve(name));
    }

    /** The folder {@code bpmn-samples}, from the module's folder or the repository's. */
    public static Path root() {
        return Stream.of(Path.of("../bpmn-samples"), Path.of("bpmn-samples"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No folder bpmn-samples"));
    }

    /** Makes event types, segments, the workflow, its draft and triggers, and activates it; the workflow's id. */
    public String load(Api api) {
        json("event-types.json").forEach(type -> api.post("/event-types", type));
        json("segments.json").forEach(segment -> api.post("/segments", segment));
        var id = api.post("/workflows", json("workflow.json")).path("id").asString();
        api.draft(id, text("workflow.bpmn"));
        api.triggers(id, json("triggers.json"));
        api.activate(id);
        return id;
    }

    public JsonNode json(String file) {
        return JSON.readTree(text(file));
    }

    public String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }
}
