package io.usher.designer.triggers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Triggers as they came from the engine: what this designer does not know in them stays as it is. */
public record Triggers(Map<String, @Nullable Object> json) {

    List<Link> start() {
        return links("start");
    }

    List<Link> stop() {
        return links("stop");
    }

    /** The same with other links. */
    Triggers with(List<Link> start, List<Link> stop) {
        var changed = new LinkedHashMap<>(json);
        changed.put("start", start.stream().map(Link::json).toList());
        changed.put("stop", stop.stream().map(Link::json).toList());
        return new Triggers(changed);
    }

    /** Whether they say the same about which events start and stop the workflow. */
    boolean sameLinks(Triggers other) {
        return start().equals(other.start()) && stop().equals(other.stop());
    }

    private List<Link> links(String kind) {
        var links = new ArrayList<Link>();
        if (json.get(kind) instanceof List<?> found) {
            found.forEach(link -> links.add(new Link(Link.object(link))));
        }
        return links;
    }
}
