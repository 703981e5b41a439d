package io.usher.engine.contact.internal;

import io.usher.engine.contact.Contact;
import io.usher.engine.contact.Contacts;
import io.usher.engine.contact.Identifier.Kind;
import io.usher.engine.contact.internal.ContactStore.Stored;
import io.usher.engine.rule.FactScope;
import io.usher.engine.rule.FactSource;
import io.usher.engine.rule.KnownFact;
import io.usher.engine.rule.KnownFact.Type;
import io.usher.engine.rule.SeenFacts;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.WorkspaceId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** {@code contact.*}: who the contact is, with own fields under {@code contact.fields}. */
@Component
class ContactFacts implements FactSource {

    private static final int LOOKED_AT = 50;
    private static final List<KnownFact> FIXED = List.of(
            KnownFact.of("contact.firstName", "First name", Type.TEXT),
            KnownFact.of("contact.lastName", "Last name", Type.TEXT),
            KnownFact.of("contact.email", "E-mail", Type.TEXT),
            KnownFact.of("contact.phone", "Phone", Type.TEXT, "+46701234567"),
            KnownFact.of("contact.externalCustomerId", "Customer number", Type.TEXT),
            KnownFact.of("contact.language", "Language", Type.TEXT, "sv"),
            KnownFact.of("contact.timeZone", "Time zone", Type.TEXT, "Europe/Stockholm"),
            KnownFact.of("contact.createdAt", "Known since", Type.TIME));

    private final Contacts contacts;
    private final ContactStore store;

    ContactFacts(Contacts contacts, ContactStore store) {
        this.contacts = contacts;
        this.store = store;
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

    @Override
    public Mono<List<KnownFact>> known(WorkspaceId workspace) {
        return store.list(workspace, new PageRequest(null, LOOKED_AT)).map(ContactFacts::known);
    }

    private static List<KnownFact> known(Page<Stored> newest) {
        var own = new SeenFacts("contact.fields");
        newest.items().forEach(stored -> own.add(stored.contact().fields().values()));
        return Stream.concat(FIXED.stream(), own.facts().stream()).toList();
    }

    private static Map<String, @Nullable Object> facts(Contact contact) {
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("id", contact.id().value());
        facts.put("firstName", contact.firstName());
        facts.put("lastName", contact.lastName());
        facts.put("email", contact.shown(Kind.EMAIL).orElse(null));
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
