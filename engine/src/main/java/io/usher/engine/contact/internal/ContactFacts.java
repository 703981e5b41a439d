package io.usher.engine.contact.internal;

import io.usher.engine.contact.Contact;
import io.usher.engine.contact.Contacts;
import io.usher.engine.contact.Identifier.Kind;
import io.usher.engine.rule.FactScope;
import io.usher.engine.rule.FactSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** {@code contact.*}: who the contact is, with own fields under {@code contact.fields}. */
@Component
class ContactFacts implements FactSource {

    private final Contacts contacts;

    ContactFacts(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public String root() {
        return "contact";
    }

    @Override
    public Mono<Map<String, @Nullable Object>> load(FactScope scope) {
        if (scope.contact() == null) {
            return Mono.just(Map.of());
        }
        return contacts.find(scope.workspace(), scope.contact())
                .map(ContactFacts::facts)
                .defaultIfEmpty(Map.of());
    }

    private static Map<String, @Nullable Object> facts(Contact contact) {
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("id", contact.id().value());
        facts.put("firstName", contact.firstName());
        facts.put("lastName", contact.lastName());
        facts.put("email", contact.identifier(Kind.EMAIL).orElse(null));
        facts.put("phone", contact.identifier(Kind.PHONE).orElse(null));
        facts.put(
                "externalCustomerId",
                contact.identifier(Kind.EXTERNAL_CUSTOMER_ID).orElse(null));
        facts.put("language", contact.language());
        facts.put("timeZone", contact.zone() == null ? null : contact.zone().getId());
        facts.put("createdAt", contact.createdAt().toString());
        facts.put("fields", contact.fields().values());
        return facts;
    }
}
