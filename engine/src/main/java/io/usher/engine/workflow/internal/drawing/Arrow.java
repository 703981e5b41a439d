package io.usher.engine.workflow.internal.drawing;

import java.util.Map;

/** A sequence flow as it stands in the XML; source and target are empty where they are missing. */
public record Arrow(String id, String name, String source, String target, int line, Map<String, String> properties) {

    public Arrow {
        properties = Map.copyOf(properties);
    }
}
