package io.usher.engine.workflow.internal.sample;

import io.usher.engine.event.EventType.Category;
import io.usher.engine.platform.json.JsonValues;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.Keyed;
import io.usher.engine.workflow.internal.TriggersJson;
import io.usher.engine.workflow.internal.drawing.DrawingReader;
import io.usher.engine.workflow.internal.drawing.Sketch;
import io.usher.engine.workflow.internal.drawing.SketchReader;
import io.usher.engine.workflow.internal.sample.Sample.Named;
import io.usher.engine.workflow.internal.sample.Sample.Type;
import io.usher.engine.workflow.spi.ActionBlock;
import io.usher.engine.workflow.spi.BlockType;
import io.usher.engine.workflow.spi.DecisionBlock;
import io.usher.engine.workflow.spi.ExitBlock;
import io.usher.engine.workflow.spi.StartBlock;
import io.usher.engine.workflow.spi.WaitBlock;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a sample of the files in its folder; a broken folder is a broken build, so nothing is forgiven. */
@Component
class SampleReader {

    private final SketchReader sketches;
    private final TriggersJson triggers;

    SampleReader(SketchReader sketches, TriggersJson triggers) {
        this.sketches = sketches;
        this.triggers = triggers;
    }

    /** {@code files} gives the bytes of each file of the folder by its name. */
    Sample read(String key, Function<String, byte[]> files) {
        var drawn = files.apply("workflow.bpmn");
        var workflow = object(JsonValues.read(files.apply("workflow.json")).value());
        return new Sample(
                key,
                text(workflow, "name"),
                sentence(new String(files.apply("README.md"), StandardCharsets.UTF_8)),
                tags(workflow),
                blocks(sketches.read(DrawingReader.read(drawn))),
                drawn,
                triggers.read(
                        object(JsonValues.read(files.apply("triggers.json")).value())),
                objects(files.apply("event-types.json")).map(SampleReader::type).toList(),
                objects(files.apply("segments.json")).map(SampleReader::segment).toList());
    }

    /** The first line below the heading. */
    private static String sentence(String readme) {
        return readme.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> blocks(Sketch sketch) {
        return sketch.blocks().values().stream()
                .map(Sketch.Block::type)
                .filter(Objects::nonNull)
                .filter(SampleReader::between)
                .map(type -> type.description().key())
                .distinct()
                .toList();
    }

    private static boolean between(BlockType type) {
        return switch (type) {
            case ActionBlock action -> true;
            case DecisionBlock decision -> true;
            case WaitBlock wait -> true;
            case StartBlock start -> false;
            case ExitBlock exit -> false;
        };
    }

    private static Type type(Map<String, @Nullable Object> json) {
        return new Type(
                new EventTypeKey(text(json, "key")),
                text(json, "name"),
                Keyed.stored(Category.class, text(json, "category")));
    }

    private static Named segment(Map<String, @Nullable Object> json) {
        return new Named(text(json, "key"), text(json, "name"));
    }

    private static List<String> tags(Map<String, @Nullable Object> workflow) {
        return workflow.get("tags") instanceof List<?> tags
                ? tags.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static String text(Map<String, @Nullable Object> json, String name) {
        return (String) Objects.requireNonNull(json.get(name), name);
    }

    private static java.util.stream.Stream<Map<String, @Nullable Object>> objects(byte[] json) {
        return ((List<?>) Objects.requireNonNull(JsonValues.read(json).value()))
                .stream().map(SampleReader::object);
    }

    private static Map<String, @Nullable Object> object(@Nullable Object json) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        ((Map<?, ?>) Objects.requireNonNull(json)).forEach((name, value) -> object.put(String.valueOf(name), value));
        return object;
    }
}
