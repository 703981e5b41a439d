package io.usher.engine.contact;

import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    public Consent consent(Channel channel) {
        return consents.getOrDefault(channel, Consent.UNKNOWN);
    }
}
