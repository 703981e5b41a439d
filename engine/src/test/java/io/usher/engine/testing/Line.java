package io.usher.engine.testing;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A drawing of blocks in one straight line between Start and Exit; a block's id is also its name. */
public final class Line {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final StringBuilder nodes = new StringBuilder();
    private final StringBuilder flows = new StringBuilder();
    private String last = "Start";
    private int count;

    private Line() {
        nodes.append(node("startEvent", "Start", "start", Map.of(), ""));
    }

    public static Line start() {
        return new Line();
    }

    /** A transactional message to the contact's address. */
    public Line send(String id, String subject) {
        return mail(id, "transactional", subject, "<p>Hello {{ contact.firstName | default: \"friend\" }}</p>");
    }

    public Line marketing(String id, String subject) {
        return mail(id, "marketing", subject, "<p>News</p>");
    }

    public Line mail(String id, String kind, String subject, String html) {
        var settings = Map.of("channel", "email", "kind", kind, "subject", subject, "html", html);
        return action(id, "send-message", "usher.send", settings);
    }

    public Line add(String id, String segment) {
        return action(id, "segment-add", "usher.segment-add", Map.of("segment", segment));
    }

    public Line rest(String id, int amount, String unit) {
        var settings = Map.<String, Object>of("amount", amount, "unit", unit);
        return then(id, node("intermediateCatchEvent", id, "wait", settings, "<b:timerEventDefinition/>"));
    }

    public String exit() {
        then("Done", node("endEvent", "Done", "exit", Map.of(), ""));
        return "<b:definitions xmlns:b=\"http://www.omg.org/spec/BPMN/20100524/MODEL\""
                + " xmlns:z=\"http://camunda.org/schema/zeebe/1.0\"><b:process id=\"P\">" + nodes + flows
                + "</b:process></b:definitions>";
    }

    private Line action(String id, String block, String taskType, Map<String, ?> settings) {
        var task = "<z:taskDefinition type=\"" + taskType + "\"/>";
        return then(
                id, node("serviceTask", id, block, settings, "").replace("<z:properties>", task + "<z:properties>"));
    }

    private Line then(String id, String node) {
        nodes.append(node);
        flows.append("<b:sequenceFlow id=\"F%d\" sourceRef=\"%s\" targetRef=\"%s\"/>".formatted(++count, last, id));
        last = id;
        return this;
    }

    private static String node(String tag, String id, String block, Map<String, ?> settings, String inside) {
        return "<b:%s id=\"%s\" name=\"%s\"><b:extensionElements><z:properties>%s%s</z:properties>"
                        .formatted(
                                tag,
                                id,
                                id,
                                property("usher.block", block),
                                property("usher.settings", JSON.writeValueAsString(settings)))
                + "</b:extensionElements>" + inside + "</b:" + tag + ">";
    }

    private static String property(String name, String value) {
        var escaped = value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        return "<z:property name=\"" + name + "\" value=\"" + escaped + "\"/>";
    }
}
