package io.usher.engine.workflow.internal.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.usher.engine.block.DrawableBlocks;
import io.usher.engine.rule.internal.PlainRules;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.workflow.Graph;
import io.usher.engine.workflow.internal.Catalogue;
import io.usher.engine.workflow.internal.drawing.DrawingReader;
import io.usher.engine.workflow.internal.drawing.SketchReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CompilerTest {

    private static final Path DRAWING = Path.of("../bpmn-samples/contract.bpmn");
    private static final Path GOLDEN =
            Path.of("src/test/resources/io/usher/engine/workflow/internal/compile/contract.deployed.bpmn");

    @Test
    void shouldCompileTheDrawingOfEveryBlockToTheGoldenFile() throws IOException {
        var compiled = Compiler.compile(graph(), "u1234567", new WorkflowId("wf"), 3, "Every block");

        assertThat(compiled.processId()).isEqualTo("u1234567-wf-3");
        assertThat(new String(compiled.xml(), StandardCharsets.UTF_8)).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void shouldGiveTheSameBytesEachTime() throws IOException {
        var one = Compiler.compile(graph(), "u1234567", new WorkflowId("wf"), 1, "Every block");
        var other = Compiler.compile(graph(), "u1234567", new WorkflowId("wf"), 1, "Every block");

        assertThat(one.xml()).isEqualTo(other.xml());
    }

    @Test
    void shouldKeepSettingsOutOfTheDeployable() throws IOException {
        var xml = new String(
                Compiler.compile(graph(), "u1234567", new WorkflowId("wf"), 1, "n")
                        .xml(),
                StandardCharsets.UTF_8);

        assertThat(xml)
                .doesNotContain("usher.settings")
                .doesNotContain("usher.exit")
                .doesNotContain("Thank you for");
    }

    @Test
    void shouldPutStepsOnlyBehindWaitsThatNoJobFollows() throws IOException {
        var plan = ProcessPlan.of(graph());

        assertThat(plan.pieces())
                .filteredOn(Piece.Step.class::isInstance)
                .extracting(Piece::id)
                .containsExactlyInAnyOrder("F6__step", "F12__step");
    }

    @Test
    void shouldPassTheBrokersOwnModelCheck() throws IOException {
        var compiled = Compiler.compile(graph(), "u1234567", new WorkflowId("wf"), 1, "Tags <&> \"quotes\"");

        var model = Bpmn.readModelFromStream(new ByteArrayInputStream(compiled.xml()));
        Bpmn.validateModel(model);
    }

    private static Graph graph() throws IOException {
        var rules = PlainRules.create();
        var sketches = new SketchReader(new Catalogue(DrawableBlocks.all(rules)), rules);
        return sketches.read(DrawingReader.read(Files.readAllBytes(DRAWING))).graph();
    }
}
