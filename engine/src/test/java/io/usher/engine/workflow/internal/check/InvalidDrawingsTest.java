package io.usher.engine.workflow.internal.check;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.block.DrawableBlocks;
import io.usher.engine.message.internal.template.PlainRenderer;
import io.usher.engine.rule.internal.PlainRules;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.workflow.Reentry;
import io.usher.engine.workflow.StartLink;
import io.usher.engine.workflow.internal.Catalogue;
import io.usher.engine.workflow.internal.Json;
import io.usher.engine.workflow.internal.Triggers;
import io.usher.engine.workflow.internal.TriggersJson;
import io.usher.engine.workflow.internal.drawing.DrawingProblem;
import io.usher.engine.workflow.internal.drawing.DrawingReader;
import io.usher.engine.workflow.internal.drawing.SketchReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each folder of {@code bpmn-samples/invalid} is a drawing that has exactly the problems of its {@code expected.json}. */
class InvalidDrawingsTest {

    private static final Path SAMPLES = Path.of("../bpmn-samples");
    private static final EventTypeKey KNOWN_TYPE = new EventTypeKey("purchased");
    private static final Triggers PLAIN =
            new Triggers(List.of(new StartLink(KNOWN_TYPE, null, Reentry.EACH_TIME)), List.of());

    private final io.usher.engine.rule.Rules rules = PlainRules.create();
    private final SketchReader sketches = new SketchReader(new Catalogue(DrawableBlocks.all(rules)), rules);
    private final DrawingCheck check = new DrawingCheck(PlainRenderer.create());

    @TestFactory
    Stream<DynamicTest> shouldFindExactlyTheProblemsOf() throws IOException {
        try (var folders = Files.list(SAMPLES.resolve("invalid"))) {
            return folders.sorted().toList().stream()
                    .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> {
                        var found = Json.text(check(folder).stream()
                                .filter(problem -> about(folder, problem))
                                .map(InvalidDrawingsTest::json)
                                .toList());
                        assertThatJson(found).isEqualTo(Files.readString(folder.resolve("expected.json")));
                    }));
        }
    }

    /** Most of the drawings have no picture, and only one is about that. */
    private static boolean about(Path folder, DrawingProblem problem) {
        return !problem.code().equals("no-picture") || folder.endsWith("no-picture");
    }

    @Test
    void shouldFindNothingWrongWithTheDrawingOfEveryBlock() throws IOException {
        assertThat(check(SAMPLES.resolve("contract.bpmn"), PLAIN)).isEmpty();
    }

    private List<DrawingProblem> check(Path folder) throws IOException {
        var triggers = folder.resolve("triggers.json");
        return check(folder.resolve("workflow.bpmn"), Files.exists(triggers) ? triggers(triggers) : PLAIN);
    }

    private List<DrawingProblem> check(Path drawing, Triggers triggers) throws IOException {
        var sketch = sketches.read(DrawingReader.read(Files.readAllBytes(drawing)));
        return check.check(new Subject(sketch, triggers, Set.of("buyers"), Set.of(KNOWN_TYPE)));
    }

    private Triggers triggers(Path file) throws IOException {
        return new TriggersJson(rules).read(Objects.requireNonNull(Json.object(Files.readString(file))));
    }

    private static Map<String, Object> json(DrawingProblem problem) {
        var json = new LinkedHashMap<String, Object>();
        json.put("code", problem.code());
        if (problem.block() != null) {
            json.put("block", problem.block());
            json.put("blockName", problem.blockName());
        }
        if (problem.field() != null) {
            json.put("field", problem.field());
        }
        json.put("message", problem.message());
        json.put("severity", problem.severity().key());
        return json;
    }
}
