package io.usher.engine.journey;

import io.usher.engine.workflow.Graph;
import io.usher.engine.workflow.Graph.Flow;
import io.usher.engine.workflow.Graph.Node;
import io.usher.engine.workflow.Version;
import io.usher.engine.workflow.Workflows;
import io.usher.engine.workflow.spi.ActionBlock;
import io.usher.engine.workflow.spi.DecisionBlock;
import io.usher.engine.workflow.spi.ExitBlock;
import io.usher.engine.workflow.spi.StartBlock;
import io.usher.engine.workflow.spi.WaitBlock;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The deployable of a test's graph, as mechanism.md, section 4 describes it: exits, until, a step behind each wait. */
final class TestProcess {

    private record Arrow(String id, String from, String to, String condition) {}

    private final Graph graph;
    private final UnaryOperator<String> jobType;
    private final List<Arrow> arrows = new ArrayList<>();
    private final List<String> steps = new ArrayList<>();

    private TestProcess(Graph graph, UnaryOperator<String> jobType) {
        this.graph = graph;
        this.jobType = jobType;
        graph.nodes().values().forEach(node -> node.out().forEach(flow -> add(node, flow)));
    }

    static byte[] of(Version version, UnaryOperator<String> jobType) {
        return new TestProcess(version.graph(), jobType)
                .xml(version.processId())
                .getBytes(StandardCharsets.UTF_8);
    }

    private void add(Node node, Flow flow) {
        boolean step =
                node.type() instanceof WaitBlock && !(graph.node(flow.target()).type() instanceof ActionBlock);
        if (step) {
            steps.add(Workflows.step(flow.id()));
            arrows.add(new Arrow(flow.id(), flow.source(), Workflows.step(flow.id()), null));
            arrows.add(new Arrow(flow.id() + "__on", Workflows.step(flow.id()), flow.target(), null));
        } else {
            boolean decided = node.type() instanceof DecisionBlock
                    && !node.out().getLast().equals(flow);
            var condition = "=get value(exits, \"%s\") = \"%s\"".formatted(node.id(), flow.id());
            arrows.add(new Arrow(flow.id(), flow.source(), flow.target(), decided ? condition : null));
        }
    }

    private String xml(String processId) {
        var xml = new StringBuilder("""
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="test" id="d">
                <bpmn:process id="%s" isExecutable="true">
                """.formatted(processId));
        graph.nodes().values().forEach(node -> xml.append(element(node)));
        steps.forEach(step -> xml.append(task(step, "usher.step")));
        arrows.forEach(arrow -> xml.append(flow(arrow)));
        return xml.append("</bpmn:process></bpmn:definitions>").toString();
    }

    private String element(Node node) {
        return switch (node.type()) {
            case StartBlock start -> tag("startEvent", node.id(), "", "");
            case ExitBlock exit -> tag("endEvent", node.id(), "", "");
            case ActionBlock action -> task(node.id(), TestBlocks.TASK);
            case WaitBlock wait ->
                tag(
                        "intermediateCatchEvent",
                        node.id(),
                        "",
                        "<bpmn:timerEventDefinition id=\"%s__t\"><bpmn:timeDate>=get value(until, \"%s\")</bpmn:timeDate></bpmn:timerEventDefinition>"
                                .formatted(node.id(), node.id()));
            case DecisionBlock decision ->
                tag(
                        "exclusiveGateway",
                        node.id(),
                        " default=\"" + node.out().getLast().id() + "\"",
                        "");
        };
    }

    private String task(String id, String type) {
        var definition = "<bpmn:extensionElements><zeebe:taskDefinition type=\"%s\"/></bpmn:extensionElements>"
                .formatted(jobType.apply(type));
        return "<bpmn:serviceTask id=\"%s\">%s%s</bpmn:serviceTask>".formatted(id, definition, ends(id));
    }

    private String tag(String tag, String id, String attributes, String content) {
        return "<bpmn:%s id=\"%s\"%s>%s%s</bpmn:%s>".formatted(tag, id, attributes, ends(id), content, tag);
    }

    private String ends(String id) {
        var ends = new StringBuilder();
        arrows.stream()
                .filter(arrow -> arrow.to().equals(id))
                .forEach(arrow -> ends.append("<bpmn:incoming>" + arrow.id() + "</bpmn:incoming>"));
        arrows.stream()
                .filter(arrow -> arrow.from().equals(id))
                .forEach(arrow -> ends.append("<bpmn:outgoing>" + arrow.id() + "</bpmn:outgoing>"));
        return ends.toString();
    }

    private static String flow(Arrow arrow) {
        var condition = arrow.condition() == null
                ? ""
                : "<bpmn:conditionExpression>" + arrow.condition() + "</bpmn:conditionExpression>";
        return "<bpmn:sequenceFlow id=\"%s\" sourceRef=\"%s\" targetRef=\"%s\">%s</bpmn:sequenceFlow>"
                .formatted(arrow.id(), arrow.from(), arrow.to(), condition);
    }
}
