package io.usher.engine.block;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.platform.words.English;
import io.usher.engine.rule.Operator;
import io.usher.engine.rule.Rule;
import io.usher.engine.rule.internal.PlainRules;
import io.usher.engine.workflow.spi.BlockType.SettingProblem;
import io.usher.engine.workflow.spi.WayOut;
import io.usher.engine.workflow.spi.WayOut.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConditionTest {

    private static final WayOut LARGE = way("large", 1, over(100));
    private static final WayOut MEDIUM = way("medium", 2, over(50));
    private static final WayOut ELSE = new WayOut("else", "else", 3, Kind.ELSE, null, null);

    private final Condition block = new Condition(PlainRules.overEvents());

    @Test
    void shouldTakeTheFirstWayWhoseRuleHolds() {
        assertThat(taken(200)).isEqualTo("large");
        assertThat(taken(60)).isEqualTo("medium");
    }

    @Test
    void shouldTakeElseWhenNoRuleHoldsAndSayWhyOfEach() {
        var choice = block.choose(buying(10), List.of(LARGE, MEDIUM, ELSE));

        assertThat(choice.way()).isEqualTo(ELSE);
        assertThat(English.of(choice.reason()))
                .isEqualTo(
                        "event.total is 10, which is not greater than 100; event.total is 10, which is not greater than 50");
    }

    @Test
    void shouldNameTheRuleThatHeld() {
        assertThat(English.of(
                        block.choose(buying(60), List.of(LARGE, MEDIUM, ELSE)).reason()))
                .isEqualTo("event.total is 60, which is greater than 50");
    }

    @Test
    void shouldNeedOneElseAndARuleOnEachOtherWay() {
        var unruled = new WayOut("F1", "", 1, Kind.RULE, null, null);

        assertThat(codes(LARGE, ELSE)).isEmpty();
        assertThat(codes(LARGE)).containsExactly("no-else");
        assertThat(codes(LARGE, ELSE, ELSE)).containsExactly("two-else");
        assertThat(codes(ELSE)).containsExactly("no-rule-way");
        assertThat(codes(unruled, ELSE)).containsExactly("no-rule");
    }

    @Test
    void shouldNotTakeARuleWithoutAnyComparisonForOne() {
        assertThat(codes(way("new", 1, new Rule.All(List.of())), ELSE)).containsExactly("no-rule");
        assertThat(codes(way("new", 1, new Rule.All(List.of(new Rule.Any(List.of())))), ELSE))
                .containsExactly("no-rule");
        assertThat(codes(way("new", 1, new Rule.Any(List.of(over(50)))), ELSE)).isEmpty();
    }

    private String taken(int total) {
        return block.choose(buying(total), List.of(LARGE, MEDIUM, ELSE)).way().name();
    }

    private List<String> codes(WayOut... ways) {
        return block.checkWays(List.of(ways)).stream().map(SettingProblem::rule).toList();
    }

    private static FakeVisit buying(long total) {
        return FakeVisit.of(Map.of()).withEvent("1001", Map.of("total", total));
    }

    private static WayOut way(String name, int order, Rule rule) {
        return new WayOut(name, name, order, Kind.RULE, rule, null);
    }

    private static Rule over(long total) {
        return new Rule.Comparison("event.total", Operator.GREATER, total, null);
    }
}
