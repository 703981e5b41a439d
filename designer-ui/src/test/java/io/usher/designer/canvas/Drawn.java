package io.usher.designer.canvas;

import java.util.stream.IntStream;

/** A drawing of as many blocks as wanted: columns of messages below a Start. */
record Drawn(int blocks) {

    private static final int ACROSS = 280;
    private static final int DOWN = 128;

    String bpmn() {
        var process = new StringBuilder();
        var diagram = new StringBuilder();
        IntStream.range(0, blocks).forEach(i -> {
            process.append(node(i));
            diagram.append("""
                    <bpmndi:BPMNShape id="B%1$d_di" bpmnElement="B%1$d"><dc:Bounds x="%2$d" y="%3$d" width="220" height="72"/></bpmndi:BPMNShape>
                    """.formatted(i, x(i), y(i)));
        });
        IntStream.range(1, blocks).forEach(i -> {
            process.append(
                    "<bpmn:sequenceFlow id=\"F%d\" sourceRef=\"B%d\" targetRef=\"B%d\"/>".formatted(i, before(i), i));
            diagram.append("""
                    <bpmndi:BPMNEdge id="F%1$d_di" bpmnElement="F%1$d"><di:waypoint x="%2$d" y="%3$d"/><di:waypoint x="%4$d" y="%5$d"/></bpmndi:BPMNEdge>
                    """.formatted(i, x(before(i)) + 110, y(before(i)) + 72, x(i) + 110, y(i)));
        });
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="Definitions" targetNamespace="http://bpmn.io/schema/bpmn">
                <bpmn:process id="many" isExecutable="true">%s</bpmn:process>
                <bpmndi:BPMNDiagram id="Diagram"><bpmndi:BPMNPlane id="Plane" bpmnElement="many">%s</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
                </bpmn:definitions>
                """.formatted(process, diagram);
    }

    private static String node(int i) {
        var start = i == 0;
        return """
                <bpmn:%1$s id="B%2$d" name="%3$s"><bpmn:extensionElements><zeebe:properties><zeebe:property name="usher.block" value="%4$s"/><zeebe:property name="usher.settings" value="%5$s"/></zeebe:properties></bpmn:extensionElements></bpmn:%1$s>
                """.formatted(
                        start ? "startEvent" : "serviceTask",
                        i,
                        start ? "Start" : "Thank you number " + i,
                        start ? "start" : "send-message",
                        start ? "{}" : "{&#34;subject&#34;:&#34;Thank you for order " + i + "&#34;}");
    }

    private int columns() {
        return blocks > 50 ? 8 : 2;
    }

    private int before(int i) {
        return i < columns() ? i - 1 : i - columns();
    }

    private int x(int i) {
        return 100 + i % columns() * ACROSS;
    }

    private int y(int i) {
        return 40 + i / columns() * DOWN;
    }
}
