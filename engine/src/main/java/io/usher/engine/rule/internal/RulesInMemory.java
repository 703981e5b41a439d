package io.usher.engine.rule.internal;

import io.usher.engine.rule.FactScope;
import io.usher.engine.rule.Facts;
import io.usher.engine.rule.Rule;
import io.usher.engine.rule.Rules;
import io.usher.engine.rule.Verdict;
import io.usher.engine.rule.WorkspaceZones;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
class RulesInMemory implements Rules {

    private final Facts facts;
    private final WorkspaceZones zones;

    RulesInMemory(Facts facts, WorkspaceZones zones) {
        this.facts = facts;
        this.zones = zones;
    }

    @Override
    public Rule parse(@Nullable Object json, String field) {
        return RuleReader.read(json, field);
    }

    @Override
    public Object json(Rule rule) {
        return RuleWriter.json(rule);
    }

    @Override
    public Mono<Verdict> judge(Rule rule, FactScope scope) {
        return facts.tree(scope, Roots.of(rule))
                .zipWith(zones.zone(scope.workspace()), (tree, zone) -> new Judge(tree, zone).judge(rule));
    }
}
