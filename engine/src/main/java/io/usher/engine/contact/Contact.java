package io.usher.engine.contact;

import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A person who is known: names, language, zone, the identifiers that lead to them, consents per channel, own fields. */
public record Contact(
        ContactId id,
        WorkspaceId workspace,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String language,
        @Nullable ZoneId zone,
        List<Identifier> identifiers,
        Map<Channel, Consent> consents,
        Params fields,
        Instant createdAt) {

    public Contact {
        identifiers = List.copyOf(identifiers);
        consents = Map.copyOf(consents);
    }

    /** The first identifier of this kind; contacts have one of a kind as a rule. */
    public Optional<String> identifier(Identifier.Kind kind) {
        return identifiers.stream()
                .filter(each -> each.kind() == kind)
                .map(Identifier::value)
                .findFirst();
    }

    /** What lists call the contact: the name, else the e-mail address, else the phone number; empty when none is known. */
    public Optional<String> label() {
        var name = Stream.of(firstName, lastName)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
        return name.isEmpty()
                ? identifier(Identifier.Kind.EMAIL).or(() -> identifier(Identifier.Kind.PHONE))
                : Optional.of(name);
    }

    public Consent consent(Channel channel) {
        return consents.getOrDefault(channel, Consent.UNKNOWN);
    }
}
