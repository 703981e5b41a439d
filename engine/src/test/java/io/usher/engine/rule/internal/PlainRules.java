package io.usher.engine.rule.internal;

import io.usher.engine.rule.Rules;
import java.util.Map;
import reactor.core.publisher.Mono;

/** The rules without any source of facts, for tests that read and write them. */
public final class PlainRules {

    private PlainRules() {}

    public static Rules create() {
        return new RulesInMemory((scope, roots) -> Mono.just(Map.of()));
    }
}
