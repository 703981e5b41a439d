package io.usher.engine.workflow;

import io.usher.engine.workflow.spi.BlockType;
import io.usher.engine.workflow.spi.Settings;
import io.usher.engine.workflow.spi.WayOut;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A version's blocks and flows as they were drawn; ids are those of the drawing and of the deployed process. */
public record Graph(String start, Map<String, Node> nodes) {

    public Graph {
        nodes = Map.copyOf(nodes);
    }

    /** The block of this id, which must exist. */
    public Node node(String id) {
        var node = nodes.get(id);
        if (node == null) {
            throw new IllegalArgumentException("No block " + id);
        }
        return node;
    }

    /** The flow of this id, which must exist. */
    public Flow flow(String id) {
        return nodes.values().stream()
                .flatMap(node -> node.out().stream())
                .filter(flow -> flow.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No flow " + id));
    }

    /** One block; {@code name} is what the person wrote on it, else the block's title. */
    public record Node(String id, String name, BlockType type, Settings settings, List<Flow> out) {

        public Node {
            out = List.copyOf(out);
        }
    }

    /** One arrow; {@code wayOut} only on those that leave a decision. */
    public record Flow(
            String id,
            String source,
            String target,
            @Nullable WayOut wayOut) {}
}
