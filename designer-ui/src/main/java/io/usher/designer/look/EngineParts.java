package io.usher.designer.look;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The names of what the engine needs, as people know them. */
public final class EngineParts {

    public static final String STORE = "mongo";
    public static final String BROKER = "zeebe";

    private static final Set<String> KNOWN = Set.of(STORE, BROKER, "startup", "loops");

    private EngineParts() {}

    public static String name(Component speaker, String part) {
        return KNOWN.contains(part) ? speaker.getTranslation("part." + part) : part;
    }

    /** A list for a sentence; "something" while the engine does not say what it waits for. */
    public static String names(Component speaker, List<String> parts) {
        return parts.isEmpty()
                ? speaker.getTranslation("part.unsaid")
                : parts.stream()
                        .map(part -> name(speaker, part))
                        .collect(Collectors.joining(" " + speaker.getTranslation("and") + " "));
    }
}
