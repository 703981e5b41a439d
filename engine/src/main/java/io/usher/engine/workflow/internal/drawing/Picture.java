package io.usher.engine.workflow.internal.drawing;

import java.util.Set;

/** Which blocks and flows a drawing's picture shows, by id: the canvas shows these and nothing else. */
public record Picture(Set<String> shown) {

    public Picture {
        shown = Set.copyOf(shown);
    }

    public boolean shows(String id) {
        return shown.contains(id);
    }
}
