package io.usher.engine.message.internal;

import io.usher.engine.message.Message;
import io.usher.engine.message.Message.State;
import io.usher.engine.rule.FactScope;
import io.usher.engine.rule.FactSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** {@code message.<block id>.state} and so on: the latest message of each block of this journey. */
@Component
class MessageFacts implements FactSource {

    private final Outbox outbox;

    MessageFacts(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public String root() {
        return "message";
    }

    @Override
    public Mono<Map<String, @Nullable Object>> load(FactScope scope) {
        if (scope.journey() == null) {
            return Mono.just(Map.of());
        }
        return outbox.ofJourney(scope.workspace(), scope.journey())
                .collect(
                        LinkedHashMap::new,
                        (facts, message) -> facts.put(message.origin().block(), facts(message)));
    }

    private static Map<String, Object> facts(Message message) {
        return Map.of(
                "state", message.state().key(),
                "reason", message.entry().code(),
                "handedOver", message.state() == State.HANDED_OVER,
                "since", message.entry().at().toString(),
                "channel", message.channel().key(),
                "kind", message.kind().key(),
                "to", message.to(),
                "subject", message.subject());
    }
}
