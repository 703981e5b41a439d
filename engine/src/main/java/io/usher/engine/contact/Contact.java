package io.usher.engine.contact;

import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
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
        Consents consents,
        Params fields,
        Instant createdAt) {

    public Contact {
        identifiers = List.copyOf(identifiers);
    }

    /** The first identifier of this kind; contacts have one of a kind as a rule. */
    public Optional<String> identifier(Identifier.Kind kind) {
        return identifiers.stream()
                .filter(each -> each.kind() == kind)
                .map(Identifier::value)
                .findFirst();
    }

    /** As {@link #identifier}, as people read it. */
    public Optional<String> shown(Identifier.Kind kind) {
        return identifiers.stream()
                .filter(each -> each.kind() == kind)
                .map(Identifier::shown)
                .findFirst();
    }

    /** What lists call the contact: the name, else the e-mail address, else the phone number; empty when none is known. */
    public Optional<String> label() {
        var name = Stream.of(firstName, lastName)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? shown(Identifier.Kind.EMAIL).or(() -> shown(Identifier.Kind.PHONE)) : Optional.of(name);
    }

    /** What the person last said about the purpose on this channel. */
    public Consent consent(Purpose purpose, Channel channel) {
        return consents.of(purpose, channel);
    }

    public Contact with(Consents now) {
        return new Contact(id, workspace, firstName, lastName, language, zone, identifiers, now, fields, createdAt);
    }
}
