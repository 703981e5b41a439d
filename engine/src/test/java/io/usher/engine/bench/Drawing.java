package io.usher.engine.bench;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Drawings of blocks between Start and Exit, as a person would draw them. */
final class Drawing {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final StringBuilder parts = new StringBuilder();
    private String last = "Start";
    private String next = "";
    private int flows;

    Drawing() {
        node("startEvent", "Start", "start", "{}", "", "");
    }

    Drawing task(String id, String block, String job, String settings) {
        var definition = "<z:taskDefinition type=\"" + job + "\"/>";
        return then(id, () -> node("serviceTask", id, block, settings, definition, ""));
    }

    Drawing rest(String id, String settings) {
        return then(id, () -> node("intermediateCatchEvent", id, "wait", settings, "", "<b:timerEventDefinition/>"));
    }

    /** Two ways on: under this rule to what comes next, else to the end. */
    Drawing condition(String id, String rule) {
        then(id, () -> node("exclusiveGateway", id, "condition", "{}", "", ""));
        flow(++flows, id, "Done", exit("{\"name\":\"No\",\"order\":2,\"else\":true}"));
        next = exit("{\"name\":\"Yes\",\"order\":1,\"rule\":" + rule + "}");
        return this;
    }

    private static String exit(String settings) {
        return "<b:extensionElements><z:properties>" + property("usher.exit", settings)
                + "</z:properties></b:extensionElements>";
    }

    Drawing send(String id, String subject) {
        return task(
                id,
                "send-message",
                "usher.send",
                JSON.writeValueAsString(Map.of(
                        "channel", "email",
                        "kind", "transactional",
                        "subject", subject,
                        "html", "<p>Hello {{ contact.firstName | default: \"friend\" }}</p>")));
    }

    Drawing add(String id, String segment) {
        return task(id, "segment-add", "usher.segment-add", "{\"segment\":\"" + segment + "\"}");
    }

    String exit() {
        then("Done", () -> node("endEvent", "Done", "exit", "{}", "", ""));
        return "<b:definitions xmlns:b=\"http://www.omg.org/spec/BPMN/20100524/MODEL\""
                + " xmlns:z=\"http://camunda.org/schema/zeebe/1.0\"><b:process id=\"P\">" + parts
                + "</b:process></b:definitions>";
    }

    private Drawing then(String id, Runnable node) {
        node.run();
        flow(++flows, last, id, next);
        next = "";
        last = id;
        return this;
    }

    private void flow(int number, String from, String to, String inside) {
        parts.append("<b:sequenceFlow id=\"F%d\" sourceRef=\"%s\" targetRef=\"%s\">%s</b:sequenceFlow>"
                .formatted(number, from, to, inside));
    }

    private void node(String tag, String id, String block, String settings, String definition, String inside) {
        parts.append("<b:%s id=\"%s\" name=\"%s\"><b:extensionElements>%s<z:properties>%s%s</z:properties>"
                        .formatted(
                                tag,
                                id,
                                id,
                                definition,
                                property("usher.block", block),
                                property("usher.settings", settings)))
                .append("</b:extensionElements>" + inside + "</b:" + tag + ">");
    }

    private static String property(String name, String value) {
        var escaped = value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        return "<z:property name=\"" + name + "\" value=\"" + escaped + "\"/>";
    }

    /** Links for a workflow that this event type starts each time, and that one stops. */
    static Map<String, Object> triggers(String start, List<String> stop) {
        return Map.of(
                "start", List.of(Map.of("eventType", start, "reentry", Map.of("mode", "each"))),
                "stop", stop.stream().map(type -> Map.of("eventType", type)).toList());
    }
}
