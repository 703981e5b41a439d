package io.usher.engine.contact.internal;

import io.usher.engine.contact.ContactSearch;
import io.usher.engine.contact.Identifier.Kind;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.Problems;
import io.usher.engine.shared.WorkspaceId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks for everything that a typed text could be the beginning of, side by side. */
@Component
class TypedContacts implements ContactSearch {

    private static final int MAX_TEXT = 400;

    private final ContactFinder finder;
    private final ContactStore store;
    private final ClaimReader reader;
    private final Countries countries;

    TypedContacts(ContactFinder finder, ContactStore store, ClaimReader reader, Countries countries) {
        this.finder = finder;
        this.store = store;
        this.reader = reader;
        this.countries = countries;
    }

    @Override
    public Mono<Found> startingWith(WorkspaceId workspace, String field, String typed) {
        var text = VisibleText.of(typed);
        if (text.length() > MAX_TEXT) {
            return Mono.error(
                    Problems.invalid(field, "size", field + " must have at most " + MAX_TEXT + " characters"));
        }
        if (text.isEmpty()) {
            return Mono.just(new Found(List.of(), false));
        }
        return countries
                .of(workspace)
                .flatMapMany(country -> Flux.mergeSequential(searches(workspace, text, country)))
                .collectList()
                .map(TypedContacts::together);
    }

    private List<Mono<Found>> searches(WorkspaceId workspace, String text, String country) {
        var searches = new ArrayList<Mono<Found>>();
        searches.add(exactly(workspace, text, country));
        searches.add(finder.byIdentifier(workspace, Kind.EMAIL, text.toLowerCase(Locale.ROOT)));
        PhoneForm.beginnings(text, country)
                .forEach(phone -> searches.add(finder.byIdentifier(workspace, Kind.PHONE, phone)));
        searches.add(finder.byIdentifier(workspace, Kind.EXTERNAL_CUSTOMER_ID, text));
        searches.add(finder.byFirstName(workspace, text));
        searches.add(finder.byLastName(workspace, text));
        splits(text)
                .forEach(space -> searches.add(finder.byName(
                        workspace,
                        text.substring(0, space).strip(),
                        text.substring(space).strip())));
        return searches;
    }

    /** Where the first name may end. */
    private static List<Integer> splits(String text) {
        return Stream.of(text.indexOf(' '), text.lastIndexOf(' '))
                .filter(at -> at > 0)
                .distinct()
                .toList();
    }

    /** Whoever the whole text names, in any spelling that was ever stored. */
    private Mono<Found> exactly(WorkspaceId workspace, String text, String country) {
        var keys = Stream.of(Kind.EMAIL, Kind.PHONE, Kind.EXTERNAL_CUSTOMER_ID)
                .flatMap(kind -> reader.stored(kind, text, country).stream())
                .map(identifier -> new IdentifierKey(workspace, identifier))
                .toList();
        var id = new ContactId(text);
        var itself = store.load(List.of(id))
                .filter(loaded -> loaded.containsKey(id)
                        && Objects.requireNonNull(loaded.get(id))
                                .contact()
                                .workspace()
                                .equals(workspace))
                .map(loaded -> List.of(id))
                .defaultIfEmpty(List.of());
        return itself.zipWith(
                store.owners(keys),
                (own, owners) -> new Found(
                        Stream.concat(
                                        own.stream(),
                                        keys.stream()
                                                .filter(owners::containsKey)
                                                .map(owners::get))
                                .distinct()
                                .toList(),
                        false));
    }

    private static Found together(List<Found> found) {
        var contacts = new LinkedHashSet<ContactId>();
        found.forEach(each -> contacts.addAll(each.contacts()));
        return new Found(
                contacts.stream().limit(MOST).toList(),
                contacts.size() > MOST || found.stream().anyMatch(Found::tooMany));
    }
}
