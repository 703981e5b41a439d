package io.usher.engine.block;

import static io.usher.engine.shared.Reason.nested;

import io.usher.engine.platform.async.Async;
import io.usher.engine.rule.Rule;
import io.usher.engine.rule.Rules;
import io.usher.engine.shared.Reason;
import io.usher.engine.shared.Sentence;
import io.usher.engine.workflow.spi.BlockDescription;
import io.usher.engine.workflow.spi.BlockDescription.Drawn;
import io.usher.engine.workflow.spi.BlockDescription.Ways;
import io.usher.engine.workflow.spi.DecisionBlock;
import io.usher.engine.workflow.spi.Visit;
import io.usher.engine.workflow.spi.WayOut;
import io.usher.engine.workflow.spi.WayOut.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes the first way, in their order, whose rule holds on data of the moment; when none does, the else way. */
@Component
class Condition implements DecisionBlock {

    private static final Sentence NONE_HOLDS = Sentence.of("condition", "none-holds", "why");

    private static final BlockDescription DESCRIPTION = new BlockDescription(
            "condition",
            "Condition",
            "Contacts take the first branch whose rule holds at this moment, everyone else takes Else.",
            "",
            "flow",
            "branch",
            Drawn.EXCLUSIVE_GATEWAY,
            null,
            Ways.RULES,
            List.of());

    private final Rules rules;

    Condition(Rules rules) {
        this.rules = rules;
    }

    @Override
    public BlockDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Choice choose(Visit visit, List<WayOut> ways) {
        var against = new ArrayList<Reason>();
        for (WayOut way : ways) {
            Rule rule = way.rule();
            if (way.kind() == Kind.ELSE || rule == null) {
                continue;
            }
            var verdict = Async.value(rules.judge(rule, visit.facts()));
            if (verdict.holds()) {
                return new Choice(way, verdict.reason());
            }
            against.add(verdict.reason());
        }
        return new Choice(otherwise(ways), NONE_HOLDS.with(nested(against)));
    }

    @Override
    public List<SettingProblem> checkWays(List<WayOut> ways) {
        var problems = new ArrayList<SettingProblem>();
        long otherwise = ways.stream().filter(way -> way.kind() == Kind.ELSE).count();
        if (otherwise == 0) {
            problems.add(new SettingProblem("", "no-else", "has no Else branch; add one for everyone else"));
        } else if (otherwise > 1) {
            problems.add(new SettingProblem("", "two-else", "has " + otherwise + " Else branches; keep one of them"));
        }
        if (ways.size() - otherwise < 1) {
            problems.add(new SettingProblem("", "no-rule-way", "has no branch with a rule; add one"));
        }
        for (WayOut way : ways) {
            if (way.kind() != Kind.ELSE && saysNothing(way.rule())) {
                problems.add(new SettingProblem(way.flow(), "no-rule", "has no rule on its branch " + WayName.of(way)));
            }
        }
        return problems;
    }

    /** A rule without any comparison, as the designer gives a new way: "all of nothing" would take everybody. */
    private static boolean saysNothing(@Nullable Rule rule) {
        return switch (rule) {
            case null -> true;
            case Rule.All(var rules) -> rules.stream().allMatch(Condition::saysNothing);
            case Rule.Any(var rules) -> rules.stream().allMatch(Condition::saysNothing);
            case Rule.Not(var denied) -> saysNothing(denied);
            case Rule.Some some -> false;
            case Rule.Comparison comparison -> false;
        };
    }

    private static WayOut otherwise(List<WayOut> ways) {
        return ways.stream()
                .filter(way -> way.kind() == Kind.ELSE)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A condition without an else way"));
    }
}
