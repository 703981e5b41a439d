package io.usher.engine.workflow.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.block.DrawableBlocks;
import io.usher.engine.message.internal.template.PlainRenderer;
import io.usher.engine.rule.Rules;
import io.usher.engine.rule.internal.PlainRules;
import io.usher.engine.workflow.Graph.Flow;
import io.usher.engine.workflow.internal.Catalogue;
import io.usher.engine.workflow.internal.Triggers;
import io.usher.engine.workflow.internal.drawing.DrawingProblem;
import io.usher.engine.workflow.internal.drawing.Picture;
import io.usher.engine.workflow.internal.drawing.Sketch;
import io.usher.engine.workflow.internal.drawing.Sketch.Block;
import io.usher.engine.workflow.spi.Settings;
import io.usher.engine.workflow.spi.WayOut;
import io.usher.engine.workflow.spi.WayOut.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class OrderCheckTest {

    private static final Map<String, Object> WRITES = Map.of("subject", "Order {{ order.status }}", "html", "Hello");
    private static final Map<String, Object> ENDS = Map.of("by", "key", "whenMissing", "end");
    private static final Map<String, Object> GOES_ON = Map.of("by", "key", "whenMissing", "continue");
    private static final Map<String, Object> NOT_CHOSEN_YET = Map.of("by", "key");
    private static final Object OVER_100 = Map.of("fact", "order.totalCost", "op", "greater", "value", 100L);
    private static final Object THERE = Map.of("fact", "order.status", "op", "exists");
    private static final Object NOT_THERE = Map.of("fact", "order.status", "op", "missing");

    private final Rules rules = PlainRules.create();
    private final Catalogue catalogue = new Catalogue(DrawableBlocks.all(rules));
    private final Map<String, Drawn> drawn = new LinkedHashMap<>();
    private final List<Flow> flows = new ArrayList<>();

    private record Drawn(String type, Map<String, Object> settings) {}

    @Test
    void shouldWarnWhenNoGetOrderStandsBefore() {
        inARow("start", Map.of(), "send-message", WRITES, "exit", Map.of());

        assertThat(found()).singleElement().satisfies(problem -> {
            assertThat(problem.block()).isEqualTo("send-message");
            assertThat(problem.field()).isEqualTo("subject");
            assertThat(problem.isError()).isFalse();
            assertThat(problem.message())
                    .isEqualTo("\"send-message\" uses the order, but no Get order comes before it; add one");
        });
    }

    @Test
    void shouldWarnBehindAGetOrderThatGoesOnWithoutOne() {
        for (var settings : List.of(GOES_ON, NOT_CHOSEN_YET)) {
            inARow("start", Map.of(), "get-order", settings, "send-message", WRITES, "exit", Map.of());

            assertThat(found())
                    .extracting(DrawingProblem::message)
                    .singleElement()
                    .asString()
                    .startsWith("\"send-message\" uses the order, but there may be none here; let Get order end");
        }
    }

    @Test
    void shouldBeQuietBehindAGetOrderThatEndsTheJourney() {
        inARow("start", Map.of(), "get-order", ENDS, "send-message", WRITES, "exit", Map.of());

        assertThat(found()).isEmpty();
    }

    @Test
    void shouldWarnWhereAWayLeadsPastTheGetOrder() {
        block("start", Map.of());
        block("split", Map.of());
        block("get-order", ENDS);
        block("send-message", WRITES);
        flow("start", "split", null);
        flow("split", "get-order", share());
        flow("split", "send-message", share());
        flow("get-order", "send-message", null);

        assertThat(found()).extracting(DrawingProblem::block).containsExactly("send-message");
    }

    @Test
    void shouldWarnOnTheRuleOfAConditionAndBeQuietBehindIt() {
        behindACondition(OVER_100, "send-message");

        assertThat(found()).singleElement().satisfies(problem -> {
            assertThat(problem.block()).isEqualTo("condition");
            assertThat(problem.field()).isEqualTo("ways.condition-send-message.rule");
        });
    }

    @Test
    void shouldBeQuietBehindAConditionThatAsksWhetherThereIsAnOrder() {
        behindACondition(THERE, "send-message");
        assertThat(found()).isEmpty();

        behindACondition(NOT_THERE, "exit");
        assertThat(found()).isEmpty();

        behindACondition(Map.of("not", NOT_THERE), "send-message");
        assertThat(found()).isEmpty();

        behindACondition(Map.of("all", List.of(THERE, OVER_100)), "send-message");
        assertThat(found()).isEmpty();
    }

    @Test
    void shouldWarnOnTheWayThatIsTakenWithoutAnOrder() {
        behindACondition(NOT_THERE, "send-message");

        assertThat(found()).extracting(DrawingProblem::block).containsExactly("send-message");
    }

    @Test
    void shouldWarnWhenThereNeverIsAnOrderToAskFor() {
        block("start", Map.of());
        block("condition", Map.of());
        block("exit", Map.of());
        flow("start", "condition", null);
        flow("condition", "exit", way(THERE));

        assertThat(found())
                .extracting(DrawingProblem::message)
                .containsExactly("\"condition\" uses the order, but no Get order comes before it; add one");
    }

    @Test
    void shouldFollowALoopUntilNothingChanges() {
        block("start", Map.of());
        block("wait", Map.of());
        block("send-message", WRITES);
        block("get-order", ENDS);
        flow("start", "wait", null);
        flow("wait", "send-message", null);
        flow("send-message", "get-order", null);
        flow("get-order", "wait", null);

        assertThat(found())
                .extracting(DrawingProblem::message)
                .singleElement()
                .asString()
                .contains("there may be none here");
    }

    @Test
    void shouldSayNothingOfBlocksThatNobodyReaches() {
        block("start", Map.of());
        block("send-message", WRITES);

        assertThat(found()).isEmpty();
    }

    @Test
    @Timeout(10)
    void shouldReadEachOfVeryManyWaysOnce() {
        // given: more ways than anybody draws, but a file may hold
        block("start", Map.of());
        block("condition", Map.of());
        block("send-message", WRITES);
        flow("start", "condition", null);
        for (int i = 0; i < 50_000; i++) {
            flow("condition", "send-message", way(OVER_100));
        }

        // then
        assertThat(found()).extracting(DrawingProblem::block).containsExactly("condition");
    }

    /** Get order that goes on, a Condition whose way has the rule, and on both ways whatever there is; one of them sends. */
    private void behindACondition(Object rule, String target) {
        drawn.clear();
        flows.clear();
        block("start", Map.of());
        block("get-order", GOES_ON);
        block("condition", Map.of());
        block("send-message", WRITES);
        block("exit", Map.of());
        flow("start", "get-order", null);
        flow("get-order", "condition", null);
        flow("condition", target, way(rule));
        flow(
                "condition",
                target.equals("exit") ? "send-message" : "exit",
                new WayOut("", "Else", 9, Kind.ELSE, null, null));
    }

    private void inARow(Object... typesAndSettings) {
        drawn.clear();
        flows.clear();
        String before = null;
        for (int i = 0; i < typesAndSettings.length; i += 2) {
            var type = (String) typesAndSettings[i];
            @SuppressWarnings("unchecked")
            var settings = (Map<String, Object>) typesAndSettings[i + 1];
            block(type, settings);
            if (before != null) {
                flow(before, type, null);
            }
            before = type;
        }
    }

    private void block(String type, Map<String, Object> settings) {
        drawn.put(type, new Drawn(type, settings));
    }

    private void flow(String from, String to, @Nullable WayOut exit) {
        flows.add(new Flow(from + "-" + to, from, to, exit));
    }

    private WayOut way(Object rule) {
        return new WayOut("", "Yes", 1, Kind.RULE, rules.parse(rule, "rule"), null);
    }

    private static WayOut share() {
        return new WayOut("", "Half", 1, Kind.SHARE, null, 50d);
    }

    private List<DrawingProblem> found() {
        var blocks = new LinkedHashMap<String, Block>();
        drawn.forEach((id, one) -> blocks.put(
                id,
                new Block(
                        id,
                        id,
                        "serviceTask",
                        catalogue.find(one.type()).orElseThrow(),
                        new Settings(new LinkedHashMap<>(one.settings())),
                        flows.stream().filter(flow -> flow.target().equals(id)).toList(),
                        flows.stream().filter(flow -> flow.source().equals(id)).toList())));
        var subject = new Subject(
                new Sketch(blocks, new Picture(Set.of()), List.of()),
                new Triggers(List.of(), List.of()),
                Set.of(),
                Set.of());
        return new OrderCheck(PlainRenderer.create()).check(subject);
    }
}
