package io.usher.engine.contact.internal;

import io.usher.engine.contact.Channel;
import io.usher.engine.contact.Contact;
import io.usher.engine.contact.Contacts;
import io.usher.engine.contact.Purpose;
import io.usher.engine.rule.FactScope;
import io.usher.engine.rule.FactSource;
import io.usher.engine.rule.KnownFact;
import io.usher.engine.shared.WorkspaceId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** {@code consent.<channel>}: given, refused or unknown, for marketing. */
@Component
class ConsentFacts implements FactSource {

    private static final List<String> ANSWERS = List.of("given", "refused", "unknown");

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

    @Override
    public Mono<List<KnownFact>> known(WorkspaceId workspace) {
        return Mono.just(List.of(
                KnownFact.choice("consent.email", "Consent to e-mail", ANSWERS),
                KnownFact.choice("consent.sms", "Consent to SMS", ANSWERS)));
    }

    private static Map<String, @Nullable Object> facts(Contact contact) {
        var facts = new LinkedHashMap<String, @Nullable Object>();
        for (Channel channel : Channel.values()) {
            var consent = contact.consent(Purpose.MARKETING, channel);
            facts.put(channel.key(), consent.state().name().toLowerCase(Locale.ROOT));
        }
        return facts;
    }
}
