package io.usher.engine.workflow.internal.check;

import io.usher.engine.rule.Rule;
import io.usher.engine.workflow.Graph.Flow;
import io.usher.engine.workflow.internal.drawing.Sketch;
import io.usher.engine.workflow.internal.drawing.Sketch.Block;
import io.usher.engine.workflow.spi.ActionBlock;
import io.usher.engine.workflow.spi.StartBlock;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Follows all ways from the Start and notes, before each block, whether a journey knows its order there. */
final class KnownOrder {

    private final Sketch sketch;
    private final Map<String, Knowledge> before = new HashMap<>();
    private final ArrayDeque<Block> look = new ArrayDeque<>();

    private KnownOrder(Sketch sketch) {
        this.sketch = sketch;
    }

    /** How it stands on the ways that lead to a place. */
    enum Knowledge {
        NONE,
        PERHAPS,
        SURELY
    }

    /** Of the blocks that a journey can come to, by their ids. */
    static Map<String, Knowledge> before(Sketch sketch) {
        var pass = new KnownOrder(sketch);
        sketch.blocks().values().stream()
                .filter(block -> block.type() instanceof StartBlock)
                .forEach(start -> pass.arrive(start, Knowledge.NONE));
        while (!pass.look.isEmpty()) {
            pass.leave(pass.look.remove());
        }
        return pass.before;
    }

    /** What holds on several ways that meet differs on one of them: perhaps. It settles, as a place changes at most twice. */
    private void arrive(@Nullable Block block, Knowledge known) {
        if (block == null) {
            return;
        }
        var old = before.get(block.id());
        var met = old == null || old == known ? known : Knowledge.PERHAPS;
        if (met != old) {
            before.put(block.id(), met);
            look.add(block);
        }
    }

    /** A way that only a known order opens is taken with one, or by nobody. */
    private void leave(Block block) {
        var behind = behind(block, Objects.requireNonNull(before.get(block.id())));
        for (Flow way : block.out()) {
            var given = rule(way).anyMatch(OrderRules::givenBy);
            arrive(sketch.blocks().get(way.target()), given ? Knowledge.SURELY : behind);
            if (rule(way).anyMatch(OrderRules::givenWithout)) {
                behind = Knowledge.SURELY;
            }
        }
    }

    private static Knowledge behind(Block block, Knowledge before) {
        if (!(block.type() instanceof ActionBlock action)) {
            return before;
        }
        return switch (action.orderBehind(block.settings())) {
            case AS_BEFORE -> before;
            case PERHAPS -> before == Knowledge.NONE ? Knowledge.PERHAPS : before;
            case SURELY -> Knowledge.SURELY;
        };
    }

    private static Stream<Rule> rule(Flow way) {
        return way.wayOut() == null
                ? Stream.empty()
                : Stream.ofNullable(way.wayOut().rule());
    }
}
