package io.usher.connectors.channel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** All connectors of this installation, by their kind. */
public final class Connectors {

    private final Map<String, Connector<?>> byKind = new TreeMap<>();

    public Connectors(Iterable<? extends Connector<?>> connectors) {
        for (var connector : connectors) {
            if (byKind.put(connector.kind(), connector) != null) {
                throw new IllegalArgumentException("Two connectors have the kind " + connector.kind());
            }
        }
    }

    /** Those that are named in {@code META-INF/services}. */
    @SuppressWarnings("rawtypes")
    public static Connectors installed() {
        var found = new ArrayList<Connector<?>>();
        for (Connector connector : ServiceLoader.load(Connector.class, Connectors.class.getClassLoader())) {
            found.add(connector);
        }
        return new Connectors(found);
    }

    public Optional<Connector<?>> of(String kind) {
        return Optional.ofNullable(byKind.get(kind));
    }

    public Collection<Connector<?>> all() {
        return byKind.values();
    }
}
