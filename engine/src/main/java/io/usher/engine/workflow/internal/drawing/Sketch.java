package io.usher.engine.workflow.internal.drawing;

import io.usher.engine.workflow.Graph;
import io.usher.engine.workflow.Graph.Flow;
import io.usher.engine.workflow.Graph.Node;
import io.usher.engine.workflow.spi.BlockType;
import io.usher.engine.workflow.spi.Settings;
import io.usher.engine.workflow.spi.StartBlock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A drawing read as blocks, however incomplete: what the checks look at. Blocks are in document order; ways out of a decision
 * in their order, else last. A flow may lead to a foreign element, whose problem is known.
 */
public record Sketch(Map<String, Block> blocks, Picture picture, List<DrawingProblem> problems) {

    public Sketch {
        blocks = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(blocks));
        problems = List.copyOf(problems);
    }

    /** One block; {@code type} is null when the drawing does not say a known one. */
    public record Block(
            String id,
            String name,
            String tag,
            @Nullable BlockType type,
            Settings settings,
            List<Flow> in,
            List<Flow> out) {

        public Block {
            in = List.copyOf(in);
            out = List.copyOf(out);
        }

        /** An error of this block; the message begins with its name. */
        public DrawingProblem error(String code, String message) {
            return DrawingProblem.error(code, id, name, "\"" + name + "\" " + message);
        }
    }

    /** The graph, of a sketch in which the checks found no error. */
    public Graph graph() {
        var nodes = new LinkedHashMap<String, Node>();
        String start = null;
        for (Block block : blocks.values()) {
            var type = block.type();
            if (type == null) {
                throw new IllegalStateException("Block " + block.id() + " is of no known type");
            }
            if (type instanceof StartBlock) {
                start = block.id();
            }
            nodes.put(block.id(), new Node(block.id(), block.name(), type, block.settings(), block.out()));
        }
        if (start == null) {
            throw new IllegalStateException("The drawing has no start");
        }
        return new Graph(start, nodes);
    }
}
