package io.usher.engine.message.internal.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code if}, {@code unless} and {@code case}. */
final class BranchNodes {

    private BranchNodes() {}

    /** A condition, turned round for {@code unless}, and what stands under it. */
    record Branch(Expression condition, boolean negated, Node body) {}

    /** The first branch whose condition holds, else the rest. */
    record If(List<Branch> branches, Node.@Nullable Block otherwise) implements Node {
        @Override
        public Flow render(Rendering rendering) {
            for (var branch : branches) {
                Budget.step();
                if (Values.isTrue(branch.condition().value(rendering)) != branch.negated()) {
                    return branch.body().render(rendering);
                }
            }
            return otherwise == null ? Flow.ON : otherwise.render(rendering);
        }
    }

    /** Values of which one is enough. */
    record When(List<Expression> values, Node body) {}

    /** Each {@code when} that has the subject's value, else the rest. */
    record Case(Expression subject, List<When> whens, Node.@Nullable Block otherwise) implements Node {
        @Override
        public Flow render(Rendering rendering) {
            var value = subject.value(rendering);
            boolean found = false;
            for (var when : whens) {
                if (when.values().stream().anyMatch(each -> Comparison.equal(value, each.value(rendering)))) {
                    found = true;
                    var flow = when.body().render(rendering);
                    if (flow != Flow.ON) {
                        return flow;
                    }
                }
            }
            return found || otherwise == null ? Flow.ON : otherwise.render(rendering);
        }
    }
}
