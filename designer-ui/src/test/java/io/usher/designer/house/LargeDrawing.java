package io.usher.designer.house;

/** A drawing with two hundred blocks, in columns: splits whose two ways come together again, one after the other. */
final class LargeDrawing {

    static final int BLOCKS = 200;

    private static final int SPLITS = 49;
    private static final int SPLITS_IN_A_COLUMN = 7;
    private static final int ACROSS = 260;
    private static final int DOWN = 120;
    private static final String WAIT = "{&#34;amount&#34;:1,&#34;unit&#34;:&#34;days&#34;}";
    private static final String MESSAGE = "{&#34;channel&#34;:&#34;email&#34;,&#34;kind&#34;:&#34;transactional&#34;,"
            + "&#34;subject&#34;:&#34;Your ticket&#34;,&#34;html&#34;:&#34;&lt;p>See you.&lt;/p>&#34;}";
    private static final String ORDER =
            "{&#34;by&#34;:&#34;key&#34;,&#34;waitMinutes&#34;:10,&#34;whenMissing&#34;:&#34;continue&#34;}";

    private final StringBuilder process = new StringBuilder();
    private final StringBuilder diagram = new StringBuilder();
    private int blocks;
    private int flows;

    private LargeDrawing() {}

    static String bpmn() {
        return new LargeDrawing().draw();
    }

    private String draw() {
        var last = block("startEvent", "start", "Start", "{}", -ACROSS, 0);
        last = wait("Before all", last, -ACROSS, DOWN);
        for (int split = 0; split < SPLITS; split++) {
            last = split(split + 1, last);
        }
        last = wait("After all", last, 13 * ACROSS, 21 * DOWN);
        flow(last, block("endEvent", "exit", "Exit", "{}", 14 * ACROSS, 21 * DOWN), "");
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="Definitions_1" targetNamespace="https://usher.dev/bpmn">
                <bpmn:process id="large" isExecutable="true">
                %s</bpmn:process>
                <bpmndi:BPMNDiagram id="Diagram"><bpmndi:BPMNPlane id="Plane" bpmnElement="large">
                %s</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
                </bpmn:definitions>
                """.formatted(process, diagram);
    }

    /** A split, a message on its one way and a wait on the other, and an order where they come together. */
    private Block split(int number, Block before) {
        int x = (number - 1) / SPLITS_IN_A_COLUMN * 2 * ACROSS;
        int y = (number - 1) % SPLITS_IN_A_COLUMN * 3 * DOWN;
        var split = block("exclusiveGateway", "split", "Split " + number, "{}", x, y);
        flow(before, split, "");
        var message = block("serviceTask", "send-message", "Message " + number, MESSAGE, x, y + DOWN);
        flow(split, message, share("A", 1));
        var order = block("serviceTask", "get-order", "Order " + number, ORDER, x, y + 2 * DOWN);
        flow(message, order, "");
        var wait = block("intermediateCatchEvent", "wait", "Wait " + number, WAIT, x + ACROSS, y + DOWN);
        flow(split, wait, share("B", 2));
        flow(wait, order, "");
        return order;
    }

    private Block wait(String name, Block before, int x, int y) {
        var wait = block("intermediateCatchEvent", "wait", name, WAIT, x, y);
        flow(before, wait, "");
        return wait;
    }

    private Block block(String element, String key, String name, String settings, int x, int y) {
        var block = new Block("B" + ++blocks, x, y);
        process.append("""
                <bpmn:%1$s id="%2$s" name="%3$s"><bpmn:extensionElements>%4$s%5$s</bpmn:extensionElements>%6$s</bpmn:%1$s>
                """.formatted(
                        element,
                        block.id(),
                        name,
                        switch (key) {
                            case "send-message" -> "<zeebe:taskDefinition type=\"usher.send\" />";
                            case "get-order" -> "<zeebe:taskDefinition type=\"usher.get-order\" />";
                            default -> "";
                        },
                        properties("usher.block\" value=\"" + key, "usher.settings\" value=\"" + settings),
                        "wait".equals(key) ? "<bpmn:timerEventDefinition id=\"" + block.id() + "_timer\" />" : ""));
        diagram.append("""
                <bpmndi:BPMNShape id="%1$s_di" bpmnElement="%1$s"><dc:Bounds x="%2$d" y="%3$d" width="200" height="76" /></bpmndi:BPMNShape>
                """.formatted(block.id(), x, y));
        return block;
    }

    private void flow(Block from, Block to, String exit) {
        var id = "F" + ++flows;
        process.append("""
                <bpmn:sequenceFlow id="%s" sourceRef="%s" targetRef="%s">%s</bpmn:sequenceFlow>
                """.formatted(id, from.id(), to.id(), exit));
        diagram.append("""
                <bpmndi:BPMNEdge id="%1$s_di" bpmnElement="%1$s"><di:waypoint x="%2$d" y="%3$d" /><di:waypoint x="%4$d" y="%5$d" /></bpmndi:BPMNEdge>
                """.formatted(id, from.x() + 100, from.y() + 76, to.x() + 100, to.y()));
    }

    private static String share(String name, int order) {
        return "<bpmn:extensionElements>"
                + properties("usher.exit\" value=\"{&#34;name&#34;:&#34;%s&#34;,&#34;order&#34;:%d,&#34;share&#34;:50}"
                        .formatted(name, order))
                + "</bpmn:extensionElements>";
    }

    private static String properties(String... namesAndValues) {
        var all = new StringBuilder("<zeebe:properties>");
        for (var one : namesAndValues) {
            all.append("<zeebe:property name=\"").append(one).append("\" />");
        }
        return all.append("</zeebe:properties>").toString();
    }

    private record Block(String id, int x, int y) {}
}
