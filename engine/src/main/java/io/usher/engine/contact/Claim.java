package io.usher.engine.contact;

import io.usher.engine.shared.WorkspaceId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an event, an order or a request says about who is meant. Made by {@link Identifiers} from params. */
public record Claim(
        WorkspaceId workspace,
        List<Identifier> identifiers,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String language,
        @Nullable String zone,
        Map<Channel, Consent> consents) {

    public Claim {
        identifiers = List.copyOf(identifiers);
        consents = Map.copyOf(consents);
    }
}
