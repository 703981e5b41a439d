package io.usher.engine.contact;

import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.WorkspaceId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Finds contacts by the beginning of what names them, as people type it. */
public interface ContactSearch {

    /** At most so many contacts are found. */
    int MOST = 100;

    /** {@code tooMany}: more contacts begin so than these. */
    record Found(List<ContactId> contacts, boolean tooMany) {

        public Found {
            contacts = List.copyOf(contacts);
        }
    }

    /** Which contacts a list is about; no collection when it is about all. */
    record Choice(@Nullable Collection<ContactId> contacts, boolean tooMany) {

        private static final Choice ALL = new Choice(null, false);

        public Choice {
            contacts = contacts == null ? null : List.copyOf(contacts);
        }
    }

    /**
     * Those with an e-mail address, a phone number, an id of the sender or a name that begins so, in either case; the one with
     * this very id too. What is named exactly comes first. Nothing at all is found by a text that nothing can begin with.
     *
     * @param field what the text is called where it was typed, for what is wrong with it
     */
    Mono<Found> startingWith(WorkspaceId workspace, String field, String typed);

    /** What a list's two filters choose together; null or blank leaves one out. */
    default Mono<Choice> choose(WorkspaceId workspace, @Nullable ContactId exactly, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return Mono.just(exactly == null ? Choice.ALL : new Choice(Set.of(exactly), false));
        }
        return startingWith(workspace, "contactStartsWith", typed).map(found -> {
            var contacts = found.contacts();
            return exactly == null
                    ? new Choice(contacts, found.tooMany())
                    : new Choice(contacts.stream().filter(exactly::equals).toList(), found.tooMany());
        });
    }
}
