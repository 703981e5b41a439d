package io.usher.engine.contact.internal;

import io.usher.engine.contact.Channel;
import io.usher.engine.contact.Contact;
import io.usher.engine.contact.Contacts;
import io.usher.engine.rule.FactScope;
import io.usher.engine.rule.FactSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** {@code consent.<channel>}: given, refused or unknown. */
@Component
class ConsentFacts implements FactSource {

    private final Contacts contacts;

    ConsentFacts(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public String root() {
        return "consent";
    }

    @Override
    public Mono<Map<String, @Nullable Object>> load(FactScope scope) {
        if (scope.contact() == null) {
            return Mono.just(Map.of());
        }
        return contacts.find(scope.workspace(), scope.contact())
                .map(ConsentFacts::facts)
                .defaultIfEmpty(Map.of());
    }

    private static Map<String, @Nullable Object> facts(Contact contact) {
        var facts = new LinkedHashMap<String, @Nullable Object>();
        for (Channel channel : Channel.values()) {
            facts.put(channel.key(), contact.consent(channel).state().name().toLowerCase(Locale.ROOT));
        }
        return facts;
    }
}
