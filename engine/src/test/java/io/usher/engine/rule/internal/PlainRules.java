package io.usher.engine.rule.internal;

import io.usher.engine.rule.Rules;
import io.usher.engine.shared.WorkspaceId;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import reactor.core.publisher.Mono;

/** The rules without any source of facts, for tests that read and write them or judge events. */
public final class PlainRules {

    private PlainRules() {}

    public static Rules create() {
        return new RulesInMemory((scope, roots) -> Mono.just(Map.of()), PlainRules::utc);
    }

    /** The rules over facts of the event alone, as it stands in the scope. */
    public static Rules overEvents() {
        return new RulesInMemory(
                (scope, roots) -> Mono.just(Map.of("event", scope.event().tree())), PlainRules::utc);
    }

    private static Mono<ZoneId> utc(WorkspaceId workspace) {
        return Mono.just(ZoneOffset.UTC);
    }
}
