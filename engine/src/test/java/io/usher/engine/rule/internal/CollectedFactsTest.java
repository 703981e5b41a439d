package io.usher.engine.rule.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.rule.EventFacts;
import io.usher.engine.rule.FactScope;
import io.usher.engine.rule.FactSource;
import io.usher.engine.rule.Rule;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.JourneyMemory;
import io.usher.engine.shared.MemoryValue;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.WorkspaceId;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class CollectedFactsTest {

    private static final FactScope SCOPE = new FactScope(
            new WorkspaceId("main"),
            new ContactId("c1"),
            JourneyMemory.of("seats", new MemoryValue.Decimal(new BigDecimal("3"))),
            null,
            EventFacts.of(new Params(Map.of("a", 1L))),
            null);

    private final List<String> loaded = new ArrayList<>();
    private final CollectedFacts facts = new CollectedFacts(
            List.of(source("contact", Mono.just(Map.of("firstName", "Eva"))), source("order", Mono.empty())));

    @Test
    void shouldLoadOnlyTheRootsThatTheRuleNames() {
        var rules = new RulesInMemory(facts, workspace -> Mono.just(ZoneOffset.UTC));
        var rule = rules.parse(Map.of("fact", "contact.firstName", "op", "equal", "value", "Eva"), "rule");

        assertThat(rules.judge(rule, SCOPE).block().holds()).isTrue();

        assertThat(loaded).containsExactly("contact");
    }

    @Test
    void shouldTakeTheStartEventForBothWhenThereIsNoOther() {
        var tree = facts.tree(SCOPE, List.of("event", "start")).block();

        assertThat(tree).isEqualTo(Map.of("event", Map.of("a", 1L), "start", Map.of("a", 1L)));
        assertThat(loaded).isEmpty();
    }

    @Test
    void shouldJudgeWhatTheJourneyRemembers() {
        var rules = new RulesInMemory(facts, workspace -> Mono.just(ZoneOffset.UTC));
        var rule = rules.parse(Map.of("fact", "memory.seats", "op", "greater", "value", 2L), "rule");

        var verdict = rules.judge(rule, SCOPE).block();

        assertThat(verdict.holds()).isTrue();
        assertThat(loaded).isEmpty();
    }

    @Test
    void shouldGiveEmptyMapsWhereThereIsNothing() {
        var tree = facts.tree(SCOPE, List.of("order", "message")).block();

        assertThat(tree).isEqualTo(Map.of("order", Map.of(), "message", Map.of()));
    }

    @Test
    void shouldNotLoadAnythingForAnEmptyRule() {
        assertThat(new RulesInMemory(facts, workspace -> Mono.just(ZoneOffset.UTC))
                        .judge(new Rule.All(List.of()), SCOPE)
                        .block()
                        .holds())
                .isTrue();
        assertThat(loaded).isEmpty();
    }

    private FactSource source(String root, Mono<Map<String, Object>> value) {
        return new FactSource() {
            @Override
            public String root() {
                return root;
            }

            @Override
            public Mono<Map<String, Object>> load(FactScope scope) {
                return value.doOnSubscribe(subscribed -> loaded.add(root));
            }
        };
    }
}
