package io.usher.engine.contact.internal;

import static io.usher.engine.testing.Agreement.one;

import io.usher.engine.contact.Identifier;
import io.usher.engine.contact.Identifier.Kind;
import io.usher.engine.platform.async.Async;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.Ids;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.testing.Agreement;
import io.usher.engine.testing.EngineIT;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The search by beginnings, which leaps through an index, against a plain look at every contact. */
@EngineIT
class ContactFinderAgreementIT {

    /** Letters of one, two and four bytes, in both cases, and what stands between them in the order of an index. */
    private static final List<String> LETTERS =
            List.of("a", "A", "b", "B", "\u00E5", "\u00C5", "1", "-", ":", ";", "\u4E2D", "\uD83D\uDE00");

    @Autowired
    private ContactStore store;

    @Autowired
    private ContactFinder finder;

    private final WorkspaceId workspace = new WorkspaceId("w" + Ids.random());
    private final Map<ContactId, Named> people = new HashMap<>();

    private record Named(String firstName, String lastName, String external, boolean merged) {}

    private record Typed(Search search, String first, String beginning) {

        private enum Search {
            FIRST_NAME,
            LAST_NAME,
            NAME,
            EXTERNAL
        }
    }

    @BeforeEach
    void storeContacts() {
        var random = new Random(Agreement.seed());
        var winner = new ContactId(Ids.random());
        IntStream.range(0, 80).forEach(i -> store(random, new ContactId(Ids.random()), winner));
    }

    @Test
    void shouldFindWhoeverBeginsSoInEitherCase() {
        new Agreement<Typed>(this::typed, typed -> List.of(), this::found, this::looked).check();
    }

    private Typed typed(Random random) {
        var search = one(random, Typed.Search.values());
        return new Typed(search, text(random, 1), text(random, 1 + random.nextInt(3)));
    }

    private List<String> found(Typed typed) {
        var found = Async.value(
                switch (typed.search()) {
                    case FIRST_NAME -> finder.byFirstName(workspace, typed.beginning());
                    case LAST_NAME -> finder.byLastName(workspace, typed.beginning());
                    case NAME -> finder.byName(workspace, typed.first(), typed.beginning());
                    case EXTERNAL -> finder.byIdentifier(workspace, Kind.EXTERNAL_CUSTOMER_ID, typed.beginning());
                });
        return shown(found.contacts(), found.tooMany());
    }

    private List<String> looked(Typed typed) {
        var fitting = people.entrySet().stream()
                .filter(each -> fits(typed, each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        return shown(fitting, false);
    }

    private List<String> shown(List<ContactId> found, boolean tooMany) {
        var all = new ArrayList<String>();
        found.forEach(id -> all.add(people.get(id) + " " + id));
        all.sort(null);
        all.add("too many: " + tooMany);
        return all;
    }

    private static boolean fits(Typed typed, Named named) {
        return switch (typed.search()) {
            case FIRST_NAME -> !named.merged() && begins(named.firstName(), typed.beginning());
            case LAST_NAME -> !named.merged() && begins(named.lastName(), typed.beginning());
            case NAME ->
                !named.merged()
                        && named.firstName().equalsIgnoreCase(typed.first())
                        && begins(named.lastName(), typed.beginning());
            case EXTERNAL -> begins(named.external(), typed.beginning());
        };
    }

    private static boolean begins(String text, String typed) {
        return text.regionMatches(true, 0, typed, 0, typed.length());
    }

    private void store(Random random, ContactId id, ContactId winner) {
        var named = new Named(
                text(random, 1 + random.nextInt(2)),
                text(random, 1 + random.nextInt(5)),
                text(random, 4) + Ids.random(),
                random.nextInt(8) == 0);
        var external = new IdentifierKey(workspace, new Identifier(Kind.EXTERNAL_CUSTOMER_ID, named.external()));
        Async.value(store.take(Map.of(external, id)));
        var person = new Person(workspace, id, null, true);
        person.firstName = named.firstName();
        person.lastName = named.lastName();
        Async.await(store.write(List.of(person)));
        if (named.merged()) {
            Async.await(store.giveUp(workspace, id, List.of(), winner));
        }
        people.put(id, named);
    }

    private static String text(Random random, int letters) {
        var text = new StringBuilder();
        IntStream.range(0, letters).forEach(i -> text.append(LETTERS.get(random.nextInt(LETTERS.size()))));
        return text.toString();
    }
}
