package io.usher.engine.workflow.internal;

import io.usher.engine.rule.internal.PlainRules;
import io.usher.engine.workflow.Graph;
import io.usher.engine.workflow.internal.drawing.DrawingReader;
import io.usher.engine.workflow.internal.drawing.SketchReader;
import io.usher.engine.workflow.spi.BlockType;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Drawings as an engine with these blocks activates them, and as it reads what was stored with a version. */
public final class StoredGraphs {

    private StoredGraphs() {}

    /** What is stored beside the drawing when it is activated. */
    public static SettingsSchemas schemas(String drawing, List<BlockType> blocks) {
        return SettingsSchemas.of(sketches(blocks)
                .read(DrawingReader.read(drawing.getBytes(StandardCharsets.UTF_8)))
                .graph());
    }

    public static Graph read(String drawing, SettingsSchemas schemas, List<BlockType> blocks) {
        return sketches(blocks)
                .read(DrawingReader.read(drawing.getBytes(StandardCharsets.UTF_8)), schemas::read)
                .graph();
    }

    private static SketchReader sketches(List<BlockType> blocks) {
        return new SketchReader(new Catalogue(blocks), PlainRules.create());
    }
}
