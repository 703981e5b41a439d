package io.usher.engine.workflow.internal.drawing;

import java.util.List;
import java.util.Map;

/**
 * A flow node as it stands in the XML.
 *
 * @param name what the person wrote on it, may be empty
 * @param tag its element's name, for example {@code serviceTask}
 * @param properties its {@code zeebe:property} values by name
 * @param contents names of the BPMN elements in it that change what it is, for example {@code timerEventDefinition}
 */
public record Element(
        String id, String name, String tag, int line, Map<String, String> properties, List<String> contents) {

    public Element {
        properties = Map.copyOf(properties);
        contents = List.copyOf(contents);
    }
}
