package io.usher.engine.workflow.internal.compile;

import static io.usher.engine.workflow.internal.compile.ProcessWriter.with;

import io.usher.engine.shared.WorkflowId;
import io.usher.engine.workflow.Graph;
import io.usher.engine.workflow.Graph.Node;
import io.usher.engine.workflow.internal.compile.ProcessPlan.Line;
import io.usher.engine.workflow.spi.ActionBlock;
import io.usher.engine.workflow.spi.DecisionBlock;
import io.usher.engine.workflow.spi.ExitBlock;
import io.usher.engine.workflow.spi.StartBlock;
import io.usher.engine.workflow.spi.WaitBlock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Makes the process that the broker runs from a checked graph: a pure function, see {@code engine/docs/adr/0005-compiler.md}.
 * Each block stays one element with its id; what the engine decides travels in the variables {@code exits} and {@code until}.
 */
public final class Compiler {

    /** The engine counts tries itself; the broker must never be the one to give up. */
    private static final String RETRIES = "1000";

    private final ProcessPlan plan;
    private final String prefix;
    private final Map<String, List<Line>> into;
    private final Map<String, List<Line>> outOf;
    private final ProcessWriter out = new ProcessWriter();

    private Compiler(ProcessPlan plan, String prefix) {
        this.plan = plan;
        this.prefix = prefix;
        this.into = plan.lines().stream().collect(Collectors.groupingBy(Line::target));
        this.outOf = plan.lines().stream().collect(Collectors.groupingBy(Line::source));
    }

    /**
     * The deployable of one version.
     *
     * @param prefix the installation's, before the process id and every job type
     * @param name shown by the broker's tools
     */
    public static Compiled compile(Graph graph, String prefix, WorkflowId workflow, int n, String name) {
        var processId = prefix + "-" + workflow + "-" + n;
        var compiler = new Compiler(ProcessPlan.of(graph), prefix);
        return new Compiled(processId, compiler.write(processId, name));
    }

    private byte[] write(String processId, String name) {
        return out.document(() -> out.element(
                "bpmn:process",
                List.of(with("id", processId), with("name", name), with("isExecutable", "true")),
                this::writeProcess));
    }

    private void writeProcess() {
        plan.pieces().forEach(this::writePiece);
        plan.lines().forEach(this::writeLine);
    }

    private void writePiece(Piece piece) {
        switch (piece) {
            case Piece.Step step -> writeTask(step.id(), "Decide", "usher.step");
            case Piece.Block block -> writeBlock(block.node());
        }
    }

    private void writeBlock(Node node) {
        switch (node.type()) {
            case StartBlock start -> writeNode("bpmn:startEvent", node);
            case ExitBlock exit -> writeNode("bpmn:endEvent", node);
            case ActionBlock action ->
                writeTask(
                        node.id(),
                        node.name(),
                        Objects.requireNonNull(action.description().taskType()));
            case WaitBlock wait -> writeWait(node);
            case DecisionBlock decision -> writeDecision(node);
        }
    }

    private void writeNode(String tag, Node node) {
        out.element(tag, named(node.id(), node.name()), () -> writeEnds(node.id()));
    }

    private void writeTask(String id, String name, String type) {
        out.element("bpmn:serviceTask", named(id, name), () -> {
            out.element(
                    "bpmn:extensionElements",
                    List.of(),
                    () -> out.empty(
                            "zeebe:taskDefinition", with("type", prefix + "." + type), with("retries", RETRIES)));
            writeEnds(id);
        });
    }

    private void writeWait(Node node) {
        out.element("bpmn:intermediateCatchEvent", named(node.id(), node.name()), () -> {
            writeEnds(node.id());
            out.element(
                    "bpmn:timerEventDefinition",
                    List.of(with("id", node.id() + "__timer")),
                    () -> out.text(
                            "bpmn:timeDate",
                            "=get value(until, \"" + node.id() + "\")",
                            with("xsi:type", "bpmn:tFormalExpression")));
        });
    }

    private void writeDecision(Node node) {
        var attributes = List.of(
                with("id", node.id()), with("name", node.name()), with("default", ProcessPlan.defaultFlow(node)));
        out.element("bpmn:exclusiveGateway", attributes, () -> writeEnds(node.id()));
    }

    private void writeEnds(String id) {
        into.getOrDefault(id, List.of()).forEach(line -> out.text("bpmn:incoming", line.id()));
        outOf.getOrDefault(id, List.of()).forEach(line -> out.text("bpmn:outgoing", line.id()));
    }

    private void writeLine(Line line) {
        var attributes =
                List.of(with("id", line.id()), with("sourceRef", line.source()), with("targetRef", line.target()));
        if (!line.chosen()) {
            out.empty("bpmn:sequenceFlow", attributes.toArray(ProcessWriter.Attribute[]::new));
            return;
        }
        var condition = "=get value(exits, \"" + line.source() + "\") = \"" + line.id() + "\"";
        out.element(
                "bpmn:sequenceFlow",
                attributes,
                () -> out.text("bpmn:conditionExpression", condition, with("xsi:type", "bpmn:tFormalExpression")));
    }

    private static List<ProcessWriter.Attribute> named(String id, String name) {
        return List.of(with("id", id), with("name", name));
    }
}
