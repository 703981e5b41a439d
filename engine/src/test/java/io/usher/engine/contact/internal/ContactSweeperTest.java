package io.usher.engine.contact.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.usher.engine.contact.Channel;
import io.usher.engine.contact.ConsentEntry;
import io.usher.engine.contact.ConsentWord;
import io.usher.engine.contact.ConsentWord.Evidence;
import io.usher.engine.contact.ConsentWord.Topic;
import io.usher.engine.contact.ConsentWord.When;
import io.usher.engine.contact.Consents;
import io.usher.engine.contact.Identifier;
import io.usher.engine.contact.Identifier.Kind;
import io.usher.engine.contact.Purpose;
import io.usher.engine.contact.internal.ContactStore.Stored;
import io.usher.engine.platform.async.Async;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.WorkspaceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContactSweeperTest {

    private static final WorkspaceId WORKSPACE = new WorkspaceId("w");
    private static final Identifier MAIL = new Identifier(Kind.EMAIL, "ada@example.com");
    private static final Identifier PHONE = new Identifier(Kind.PHONE, "+46701234567");
    private static final ContactId ADA = new ContactId("ada");
    private static final ContactId BEA = new ContactId("bea");

    private final FakeContactStore store = new FakeContactStore();
    private final FakeConsentLedgers ledgers = new FakeConsentLedgers();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void shouldFindNothingToMendWhereIdentifiersAndContactsAgree() {
        own(ADA, MAIL);
        Async.await(store.show(WORKSPACE, ADA, List.of(MAIL)));

        sweep(Duration.ofHours(1));

        assertThat(mended()).isZero();
    }

    @Test
    void shouldShowAnIdentifierThatItsOwnerLost() {
        own(ADA, MAIL);
        own(ADA, PHONE);
        Async.await(store.show(WORKSPACE, ADA, List.of(PHONE)));

        sweep(Duration.ofHours(1));

        assertThat(shown(ADA)).containsExactlyInAnyOrder(PHONE, MAIL);
        assertThat(mended()).isEqualTo(1);
    }

    @Test
    void shouldMakeAContactWhoseDocumentWasNeverWritten() {
        own(ADA, MAIL);

        sweep(Duration.ofHours(1));

        assertThat(shown(ADA)).containsExactly(MAIL);
    }

    @Test
    void shouldLeaveAloneWhatIsOnItsWayIntoAContact() {
        own(ADA, MAIL);

        sweep(Duration.ofMinutes(1));

        assertThat(store.contacts).isEmpty();
        assertThat(mended()).isZero();
    }

    @Test
    void shouldHideWhatIsShownAndBelongsToSomebodyElseOrToNobody() {
        own(BEA, MAIL);
        Async.await(store.show(WORKSPACE, BEA, List.of(MAIL)));
        Async.await(store.show(WORKSPACE, ADA, List.of(MAIL, PHONE)));

        sweep(Duration.ofHours(1));

        assertThat(shown(ADA)).isEmpty();
        assertThat(shown(BEA)).containsExactly(MAIL);
        assertThat(mended()).isEqualTo(1);
    }

    @Test
    void shouldGoOnShowingWhatAnEventTakesWhileItIsBeingHidden() {
        Async.await(store.show(WORKSPACE, ADA, List.of(MAIL, PHONE)));
        store.beforeHide = () -> own(ADA, MAIL);

        sweep(Duration.ofHours(1));

        assertThat(shown(ADA)).containsExactly(MAIL);
        assertThat(mended()).isEqualTo(1);
    }

    @Test
    void shouldCountNothingAsMendedThatIsTakenWhileItIsBeingHidden() {
        Async.await(store.show(WORKSPACE, ADA, List.of(MAIL)));
        store.beforeHide = () -> own(ADA, MAIL);

        sweep(Duration.ofHours(1));

        assertThat(shown(ADA)).containsExactly(MAIL);
        assertThat(mended()).isZero();
    }

    @Test
    void shouldShowTheIdentifiersOfAMergedContactAtTheWinnerAndMakeItAnAlias() {
        own(ADA, MAIL);
        Async.await(store.show(WORKSPACE, ADA, List.of()));
        Async.await(store.show(WORKSPACE, BEA, List.of()));
        var ada = store.contacts.get("ada");
        store.contacts.put("ada", new Stored(ada.contact(), BEA, List.of()));

        sweep(Duration.ofHours(1));

        assertThat(shown(BEA)).containsExactly(MAIL);
        assertThat(store.contacts.get("bea").aliases()).containsExactly(ADA);
    }

    @Test
    void shouldRenewAFormerSpellingAndCountItNotAsAFault() {
        var former = new Identifier(Kind.EMAIL, "ada@example.com\u200b");
        own(ADA, former);
        Async.await(store.show(WORKSPACE, ADA, List.of(former)));

        sweep(Duration.ofHours(1));

        assertThat(shown(ADA)).containsExactly(MAIL);
        assertThat(store.identifiers.keySet()).containsExactly("w:email:ada@example.com");
        assertThat(mended()).isZero();
    }

    @Test
    void shouldLeaveTwoSpellingsThatBelongToTwoPeople() {
        own(ADA, new Identifier(Kind.EMAIL, "ada@example.com\u200b"));
        own(BEA, MAIL);

        sweep(Duration.ofHours(1));

        assertThat(store.identifiers).hasSize(2);
        assertThat(shown(BEA)).containsExactly(MAIL);
    }

    @Test
    void shouldMoveConsentsThatStandInAContactToItsLedger() {
        var word = new ConsentWord(
                "old", new Topic(Purpose.MARKETING, Channel.EMAIL), false, When.NOW, new Evidence("event", null, null));
        var before = Consents.of(List.of(new ConsentEntry(word, FakeContactStore.MADE)));
        Async.await(store.show(WORKSPACE, ADA, List.of()));
        var ada = store.contacts.get("ada");
        store.contacts.put("ada", new Stored(ada.contact().with(before), null, List.of()));

        sweep(Duration.ofHours(1));

        assertThat(store.contacts.get("ada").contact().consents()).isEqualTo(Consents.NONE);
        assertThat(ledgers.ledgers.get(ADA).now()).isEqualTo(before);
        assertThat(mended()).isZero();
    }

    @Test
    void shouldRestForADayOnceBothWalksAreDone() {
        assertThat(sweep(Duration.ofHours(1))).isEqualTo(2);
        assertThat(sweep(Duration.ofHours(24))).isZero();
        assertThat(sweep(Duration.ofHours(26))).isEqualTo(2);
    }

    /** Pages until there is nothing more; how many there were. */
    private int sweep(Duration after) {
        Instant now = FakeContactStore.MADE.plus(after);
        var merged = new MergedContacts(store);
        var check = new IdentifierCheck(store, store, merged);
        var renewal = new FormRenewal(store, store, merged);
        var clock = Clock.fixed(now, ZoneOffset.UTC);
        var sweeper =
                new ContactSweeper(store, renewal, check, new ConsentService(ledgers, store, clock), clock, meters);
        int pages = 0;
        while (sweeper.page()) {
            pages++;
        }
        return pages;
    }

    private void own(ContactId contact, Identifier identifier) {
        Async.value(store.take(Map.of(new IdentifierKey(WORKSPACE, identifier), contact)));
    }

    private List<Identifier> shown(ContactId contact) {
        return store.contacts.get(contact.value()).contact().identifiers();
    }

    private double mended() {
        return meters.get("usher.sweeper.repaired").counter().count();
    }
}
