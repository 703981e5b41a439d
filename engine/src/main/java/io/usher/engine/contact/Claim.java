package io.usher.engine.contact;

import io.usher.engine.contact.ConsentWord.Evidence;
import io.usher.engine.contact.ConsentWord.When;
import io.usher.engine.shared.NamedActor;
import io.usher.engine.shared.WorkspaceId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an event, an order or a request says about who is meant. Made by {@link Identifiers} from params.
 *
 * @param formers how an identifier was spelled in the store before, where that was another spelling
 */
public record Claim(
        WorkspaceId workspace,
        List<Identifier> identifiers,
        Map<Identifier, Identifier> formers,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String language,
        @Nullable String zone,
        List<ConsentWord> consents) {

    public Claim {
        identifiers = List.copyOf(identifiers);
        formers = Map.copyOf(formers);
        consents = List.copyOf(consents);
    }

    /**
     * What this claim says about consent as told by something with an id, however often it is told.
     *
     * @param source what tells it, for example {@code event}
     */
    public Claim toldBy(String source, String id, When when) {
        return toldBy(source, id, when, when);
    }

    /** As {@link #toldBy(String, String, When)}, where a "yes" and a "no" were not said at the same time. */
    public Claim toldBy(String source, String id, When given, When refused) {
        return with(consents.stream()
                .map(word -> word.toldBy(source, id, word.given() ? given : refused))
                .toList());
    }

    /** What a person or program enters about consent, a new word each time. */
    public Claim enteredBy(NamedActor by) {
        return with(consents.stream()
                .map(word -> ConsentWord.of(
                        word.topic(), word.given(), When.NOW, new Evidence("API", by.name(), null, by.actor())))
                .toList());
    }

    /** For what is told by something that is no new word of the person. */
    public Claim withoutConsents() {
        return with(List.of());
    }

    private Claim with(List<ConsentWord> words) {
        return new Claim(workspace, identifiers, formers, firstName, lastName, language, zone, words);
    }
}
