package io.usher.engine.workflow.internal.check;

import io.usher.engine.message.Renderer;
import io.usher.engine.rule.Rule;
import io.usher.engine.workflow.internal.check.KnownOrder.Knowledge;
import io.usher.engine.workflow.internal.drawing.DrawingProblem;
import io.usher.engine.workflow.internal.drawing.Sketch.Block;
import io.usher.engine.workflow.spi.BlockDescription.Field;
import io.usher.engine.workflow.spi.BlockDescription.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a block uses the order where a journey may know none; each block is told of once, at the first place. */
final class OrderCheck implements Check {

    private static final String NONE = "uses the order, but no Get order comes before it; add one";
    private static final String PERHAPS = "uses the order, but there may be none here; let Get order end the journey"
            + " if there is no order, or check for one in a Condition before";

    private final Renderer renderer;

    OrderCheck(Renderer renderer) {
        this.renderer = renderer;
    }

    @Override
    public List<DrawingProblem> check(Subject subject) {
        var before = KnownOrder.before(subject.sketch());
        return subject.sketch().blocks().values().stream()
                .flatMap(block -> problem(block, before.get(block.id())).stream())
                .toList();
    }

    /** Of a block that no journey reaches nothing is known, and that is its problem already. */
    private Optional<DrawingProblem> problem(Block block, @Nullable Knowledge known) {
        if (known == null || known == Knowledge.SURELY) {
            return Optional.empty();
        }
        var none = known == Knowledge.NONE;
        return Stream.concat(settings(block), ways(block, none))
                .findFirst()
                .map(field -> block.error("order-may-be-missing", none ? NONE : PERHAPS)
                        .at(field)
                        .asWarning());
    }

    private Stream<String> settings(Block block) {
        return block.type() == null
                ? Stream.empty()
                : block.type().description().fields().stream()
                        .filter(field -> field.kind() == Kind.TEMPLATE || field.kind() == Kind.HTML_TEMPLATE)
                        .map(Field::name)
                        .filter(field -> writesOrder(block, field));
    }

    private boolean writesOrder(Block block, String field) {
        var template = block.settings().text(field);
        return template.isPresent() && renderer.needs(template.get()).contains(OrderRules.ORDER);
    }

    /** A decision that asks whether there is an order has thought of none, unless there never is one. */
    private static Stream<String> ways(Block block, boolean none) {
        var asks = rules(block).values().stream().anyMatch(OrderRules::asks);
        return rules(block).entrySet().stream()
                .filter(way -> none
                        ? OrderRules.uses(way.getValue()) || OrderRules.asks(way.getValue())
                        : !asks && OrderRules.uses(way.getValue()))
                .map(way -> "ways." + way.getKey() + ".rule");
    }

    /** The rules of its ways out, in their order. */
    private static Map<String, Rule> rules(Block block) {
        var rules = new LinkedHashMap<String, Rule>();
        for (var way : block.out()) {
            if (way.wayOut() != null && way.wayOut().rule() != null) {
                rules.put(way.id(), way.wayOut().rule());
            }
        }
        return rules;
    }
}
