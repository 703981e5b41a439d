package io.usher.engine.workflow;

/** Small drawings for tests. */
public final class Drawings {

    /** Start, a wait of a day, a split in halves, two exits. */
    public static final String WAIT_AND_SPLIT = drawing(node("startEvent", "Start", "start", "{}")
            + timer("Rest", "{\"amount\":1,\"unit\":\"days\"}")
            + node("exclusiveGateway", "Half", "split", "{}")
            + node("endEvent", "One", "exit", "{}")
            + node("endEvent", "Other", "exit", "{}")
            + flow("F1", "Start", "Rest")
            + flow("F2", "Rest", "Half")
            + flow("F3", "Half", "One", "{\"name\":\"A\",\"order\":1,\"share\":50}")
            + flow("F4", "Half", "Other", "{\"name\":\"B\",\"order\":2,\"share\":50}"));

    /** Start and a wait of this many days, then an exit. */
    public static String wait(int days) {
        return drawing(node("startEvent", "Start", "start", "{}")
                + timer("Rest", "{\"amount\":" + days + ",\"unit\":\"days\"}")
                + node("endEvent", "Done", "exit", "{}")
                + flow("F1", "Start", "Rest")
                + flow("F2", "Rest", "Done"));
    }

    private Drawings() {}

    private static String drawing(String content) {
        return "<b:definitions xmlns:b=\"http://www.omg.org/spec/BPMN/20100524/MODEL\""
                + " xmlns:z=\"http://camunda.org/schema/zeebe/1.0\"><b:process id=\"P\">" + content
                + "</b:process></b:definitions>";
    }

    private static String node(String tag, String id, String block, String settings) {
        return node(tag, id, block, settings, "");
    }

    private static String timer(String id, String settings) {
        return node("intermediateCatchEvent", id, "wait", settings, "<b:timerEventDefinition/>");
    }

    private static String node(String tag, String id, String block, String settings, String inside) {
        return "<b:" + tag + " id=\"" + id + "\"><b:extensionElements><z:properties>"
                + property("usher.block", block) + property("usher.settings", settings)
                + "</z:properties></b:extensionElements>" + inside + "</b:" + tag + ">";
    }

    private static String flow(String id, String source, String target) {
        return "<b:sequenceFlow id=\"" + id + "\" sourceRef=\"" + source + "\" targetRef=\"" + target + "\"/>";
    }

    private static String flow(String id, String source, String target, String exit) {
        return "<b:sequenceFlow id=\"" + id + "\" sourceRef=\"" + source + "\" targetRef=\"" + target
                + "\"><b:extensionElements><z:properties>" + property("usher.exit", exit)
                + "</z:properties></b:extensionElements></b:sequenceFlow>";
    }

    private static String property(String name, String value) {
        return "<z:property name=\"" + name + "\" value=\"" + value.replace("\"", "&quot;") + "\"/>";
    }
}
