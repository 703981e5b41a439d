package io.usher.engine.contact.web;

import io.usher.engine.contact.Channel;
import io.usher.engine.contact.Consent;
import io.usher.engine.contact.Contact;
import io.usher.engine.contact.Identifier;
import io.usher.engine.contact.Identifier.Kind;
import io.usher.engine.contact.Purpose;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A contact as the API shows it; {@code conflicts} and {@code warnings} only answer a save. */
record ContactAnswer(
        String id,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String externalCustomerId,
        @Nullable String language,
        @Nullable String timeZone,
        List<IdentifierAnswer> identifiers,
        Map<String, ConsentAnswer> consents,
        Map<String, @Nullable Object> fields,
        Instant createdAt,
        List<IdentifierAnswer> conflicts,
        List<String> warnings) {

    record IdentifierAnswer(String kind, String value) {

        static IdentifierAnswer of(Identifier identifier) {
            return new IdentifierAnswer(identifier.kind().param(), identifier.shown());
        }
    }

    record ConsentAnswer(
            String state, @Nullable String source, @Nullable Instant since) {

        static ConsentAnswer of(Consent consent) {
            return new ConsentAnswer(
                    consent.state().name().toLowerCase(Locale.ROOT), consent.source(), consent.since());
        }
    }

    static ContactAnswer of(Contact contact) {
        return of(contact, List.of(), List.of());
    }

    static ContactAnswer of(Contact contact, List<Identifier> conflicts, List<String> warnings) {
        var consents = new LinkedHashMap<String, ConsentAnswer>();
        for (Channel channel : Channel.values()) {
            consents.put(channel.key(), ConsentAnswer.of(contact.consent(Purpose.MARKETING, channel)));
        }
        var zone = contact.zone();
        return new ContactAnswer(
                contact.id().value(),
                contact.firstName(),
                contact.lastName(),
                contact.shown(Kind.EMAIL).orElse(null),
                contact.identifier(Kind.PHONE).orElse(null),
                contact.identifier(Kind.EXTERNAL_CUSTOMER_ID).orElse(null),
                contact.language(),
                zone == null ? null : zone.getId(),
                contact.identifiers().stream().map(IdentifierAnswer::of).toList(),
                consents,
                contact.fields().values(),
                contact.createdAt(),
                conflicts.stream().map(IdentifierAnswer::of).toList(),
                warnings);
    }
}
