package io.usher.engine.workflow.internal;

import io.usher.engine.platform.async.UnavailableException;
import io.usher.engine.workflow.Graph;
import io.usher.engine.workflow.Graph.Node;
import io.usher.engine.workflow.spi.BlockType;
import io.usher.engine.workflow.spi.Settings;
import java.util.HashMap;
import java.util.Map;

/**
 * Of which schema the settings of one version's blocks are, by the block's key. A block that is not named is of the first: so
 * are all of versions that were activated before there were schemas.
 */
public record SettingsSchemas(Map<String, Integer> byBlock) {

    public static final SettingsSchemas FIRST = new SettingsSchemas(Map.of());

    public SettingsSchemas {
        byBlock = Map.copyOf(byBlock);
    }

    /** Those of today, of the blocks that are in this graph. */
    static SettingsSchemas of(Graph graph) {
        var schemas = new HashMap<String, Integer>();
        for (Node node : graph.nodes().values()) {
            schemas.put(node.type().description().key(), node.type().settingsSchema());
        }
        return new SettingsSchemas(schemas);
    }

    /**
     * What was written, as the block reads it today. Settings of a later engine are nothing that this one can read, but another
     * one that runs beside can: so it is put off.
     */
    public Settings read(BlockType type, Settings written) {
        var block = type.description().key();
        int schema = byBlock.getOrDefault(block, 1);
        if (schema > type.settingsSchema()) {
            throw new UnavailableException(
                    "The version was activated by a later engine: settings of \"%s\" are of schema %d, this engine reads up to %d"
                            .formatted(block, schema, type.settingsSchema()));
        }
        var settings = written;
        for (var change : type.settingsChanges().subList(schema - 1, type.settingsSchema() - 1)) {
            settings = change.apply(settings);
        }
        return settings;
    }
}
