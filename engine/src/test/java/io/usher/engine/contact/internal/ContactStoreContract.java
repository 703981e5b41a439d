package io.usher.engine.contact.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.engine.contact.Contact;
import io.usher.engine.contact.Identifier;
import io.usher.engine.contact.Identifier.Kind;
import io.usher.engine.contact.internal.ContactStore.Stored;
import io.usher.engine.contact.internal.ContactUpkeep.Owned;
import io.usher.engine.contact.internal.ContactUpkeep.Walk;
import io.usher.engine.platform.async.Async;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.Ids;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every store of contacts and identifiers must do. */
public abstract class ContactStoreContract {

    private static final Instant NOW = Instant.parse("2026-05-02T10:00:00Z");

    private final WorkspaceId workspace = new WorkspaceId("w" + Ids.random());
    private final IdentifierKey mail = key(Kind.EMAIL, "ada@example.com");
    private final IdentifierKey phone = key(Kind.PHONE, "+46701234567");
    private final ContactId ada = new ContactId(workspace.value() + "-1");
    private final ContactId bea = new ContactId(workspace.value() + "-2");

    protected abstract ContactStore store();

    protected abstract ContactUpkeep upkeep();

    @Test
    void shouldGiveAnIdentifierToTheFirstWhoTakesIt() {
        assertThat(Async.value(store().take(Map.of(mail, ada)))).isEmpty();

        assertThat(Async.value(store().take(Map.of(mail, bea, phone, bea)))).containsExactly(mail);
        assertThat(Async.value(store().owners(List.of(mail, phone)))).isEqualTo(Map.of(mail, ada, phone, bea));
    }

    @Test
    void shouldShowEveryIdentifierThatAPersonOwnsAndNoneTwice() {
        var person = person(ada, null);
        person.taken.add(mail);
        Async.await(store().write(List.of(person)));

        var again = person(ada, contact(ada));
        again.owned.add(mail);
        again.owned.add(phone);
        Async.await(store().write(List.of(again)));
        Async.await(store().write(List.of(again)));

        assertThat(contact(ada).identifiers()).containsExactly(mail.identifier(), phone.identifier());
        assertThat(contact(ada).workspace()).isEqualTo(workspace);
        assertThat(contact(ada).createdAt()).isAfter(Instant.EPOCH);
    }

    @Test
    void shouldFillWhatIsEmptyAndOverwriteNothing() {
        var first = person(ada, null);
        first.firstName = "Ada";
        Async.await(store().write(List.of(first)));

        var second = person(ada, contact(ada));
        second.firstName = "Bea";
        second.zone = "Europe/Stockholm";
        Async.await(store().write(List.of(second)));

        assertThat(contact(ada).firstName()).isEqualTo("Ada");
        assertThat(contact(ada).zone()).hasToString("Europe/Stockholm");
    }

    @Test
    void shouldMoveIdentifiersToTheWinnerAndRememberTheAlias() {
        Async.value(store().take(Map.of(mail, ada, phone, bea)));

        Async.await(store().giveUp(workspace, ada, List.of(mail, phone), bea));

        assertThat(Async.value(store().owners(List.of(mail, phone)))).isEqualTo(Map.of(mail, bea, phone, bea));
        assertThat(stored(ada).mergedInto()).isEqualTo(bea);
        assertThat(stored(bea).mergedInto()).isNull();
        assertThat(stored(bea).aliases()).containsExactly(ada);
        assertThat(contact(bea).createdAt()).isAfter(Instant.EPOCH);
    }

    @Test
    void shouldReleaseOnlyWhatTheContactOwns() {
        Async.value(store().take(Map.of(mail, ada, phone, bea)));
        Async.await(upkeep().show(workspace, ada, List.of(mail.identifier(), phone.identifier())));

        Async.await(store().release(ada, List.of(mail, phone)));

        assertThat(Async.value(store().owners(List.of(mail, phone)))).isEqualTo(Map.of(phone, bea));
        assertThat(contact(ada).identifiers()).isEmpty();
    }

    @Test
    void shouldShowAndHideIdentifiers() {
        Async.await(upkeep().show(workspace, ada, List.of(mail.identifier(), phone.identifier())));
        Async.await(upkeep().show(workspace, ada, List.of(mail.identifier())));
        assertThat(contact(ada).identifiers()).containsExactlyInAnyOrder(mail.identifier(), phone.identifier());

        Async.await(upkeep().hide(ada, List.of(mail.identifier())));
        assertThat(contact(ada).identifiers()).containsExactly(phone.identifier());
    }

    @Test
    void shouldAddAnAliasOnce() {
        Async.await(upkeep().alias(workspace, ada, bea));
        Async.await(upkeep().alias(workspace, ada, bea));

        assertThat(stored(bea).aliases()).containsExactly(ada);
    }

    @Test
    void shouldWalkInTheOrderOfIds() {
        Async.value(store().take(Map.of(mail, ada, phone, bea)));
        Async.await(upkeep().show(workspace, ada, List.of()));
        Async.await(upkeep().show(workspace, bea, List.of()));

        var first =
                Async.value(upkeep().identifiers(workspace.value() + ":", 1)).getFirst();
        assertThat(first.key()).isEqualTo(mail);
        assertThat(first.owner()).isEqualTo(ada);
        assertThat(first.since()).isAfter(Instant.EPOCH);
        assertThat(Async.value(upkeep().identifiers(mail.id(), 1)))
                .extracting(Owned::key)
                .containsExactly(phone);
        assertThat(Async.value(upkeep().contacts(workspace.value(), 2)))
                .extracting(each -> each.contact().id())
                .containsExactly(ada, bea);
        assertThat(Async.value(upkeep().contacts(ada.value(), 1)))
                .extracting(each -> each.contact().id())
                .containsExactly(bea);
    }

    @Test
    void shouldRememberHowFarAWalkHasCome() {
        var walk = Ids.random();
        assertThat(Async.value(upkeep().walk(walk))).isEqualTo(new Walk("", null));

        Async.await(upkeep().keep(walk, new Walk("a", null)));
        assertThat(Async.value(upkeep().walk(walk))).isEqualTo(new Walk("a", null));
        Async.await(upkeep().keep(walk, new Walk("", NOW)));
        assertThat(Async.value(upkeep().walk(walk))).isEqualTo(new Walk("", NOW));
    }

    private Person person(ContactId id, Contact known) {
        return new Person(workspace, id, known, known == null);
    }

    private IdentifierKey key(Kind kind, String value) {
        return new IdentifierKey(workspace, new Identifier(kind, value));
    }

    private Contact contact(ContactId id) {
        return stored(id).contact();
    }

    private Stored stored(ContactId id) {
        return Async.value(store().load(List.of(id))).get(id);
    }
}
