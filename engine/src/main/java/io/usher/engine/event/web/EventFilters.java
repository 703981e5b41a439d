package io.usher.engine.event.web;

import io.usher.engine.contact.ContactSearch;
import io.usher.engine.event.Events.Query;
import io.usher.engine.event.internal.EventKeys;
import io.usher.engine.event.internal.EventStore;
import io.usher.engine.event.internal.EventStore.Keys;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.Problems;
import io.usher.engine.shared.TimeWindow;
import io.usher.engine.shared.VisibleText;
import io.usher.engine.shared.WorkspaceId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The history's filters as they are written in its address; blank ones are left out. */
@Component
class EventFilters {

    private final ContactSearch contacts;
    private final EventStore store;

    EventFilters(ContactSearch contacts, EventStore store) {
        this.contacts = contacts;
        this.store = store;
    }

    record Typed(
            @Nullable String type,
            @Nullable String key,
            @Nullable String keyStartsWith,
            @Nullable String contact,
            @Nullable String contactStartsWith) {

        Typed {
            type = given(type);
            key = given(key);
            keyStartsWith = given(keyStartsWith);
            contact = given(contact);
            contactStartsWith = given(contactStartsWith);
        }

        private static @Nullable String given(@Nullable String value) {
            return value == null || value.isBlank() ? null : value;
        }
    }

    /** {@code tooMany}: more keys or contacts begin so than the query asks for. */
    record Chosen(Query query, boolean tooMany) {}

    /** Null keys: all. */
    private record KeyChoice(@Nullable Collection<String> keys, boolean tooMany) {}

    Mono<Chosen> read(WorkspaceId workspace, Typed typed, TimeWindow accepted) {
        var type = typed.type() == null ? null : EventKeys.namedType("type", typed.type());
        var contact = typed.contact() == null ? null : new ContactId(typed.contact());
        return keys(workspace, typed)
                .zipWith(contacts.choose(workspace, contact, typed.contactStartsWith()))
                .map(chosen -> {
                    var keys = chosen.getT1();
                    var people = chosen.getT2();
                    return new Chosen(
                            new Query(type, keys.keys(), people.contacts(), accepted),
                            keys.tooMany() || people.tooMany());
                });
    }

    private Mono<KeyChoice> keys(WorkspaceId workspace, Typed typed) {
        var exactly = typed.key() == null ? null : VisibleText.clean(typed.key());
        if (typed.keyStartsWith() == null) {
            return Mono.just(new KeyChoice(exactly == null ? null : List.of(exactly), false));
        }
        return startingWith(workspace, typed.keyStartsWith()).map(found -> {
            var keys = found.keys();
            return new KeyChoice(
                    exactly == null
                            ? keys
                            : keys.stream().filter(exactly::equals).toList(),
                    found.tooMany());
        });
    }

    private Mono<Keys> startingWith(WorkspaceId workspace, String typed) {
        var text = VisibleText.clean(typed);
        if (text.length() > EventKeys.MAX_KEY) {
            return Mono.error(Problems.invalid(
                    "keyStartsWith", "size", "keyStartsWith must have at most " + EventKeys.MAX_KEY + " characters"));
        }
        return text.isEmpty() ? Mono.just(new Keys(List.of(), false)) : store.keysStartingWith(workspace, text);
    }
}
