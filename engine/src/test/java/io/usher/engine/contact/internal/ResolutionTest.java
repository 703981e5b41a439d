package io.usher.engine.contact.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usher.engine.contact.Claim;
import io.usher.engine.contact.Identifier;
import io.usher.engine.contact.Identifier.Kind;
import io.usher.engine.contact.Resolved;
import io.usher.engine.platform.PlatformProperties;
import io.usher.engine.platform.async.Async;
import io.usher.engine.platform.crash.CrashPoints;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.WorkspaceId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Identifiers are taken before the contact is written: whatever ends in between, the next call makes it whole. */
class ResolutionTest {

    private static final WorkspaceId WORKSPACE = new WorkspaceId("w");
    private static final String BETWEEN = "contact-after-identifiers";

    private final FakeContactStore store = new FakeContactStore();
    private final CrashPoints crashPoints = noCrashPoints();
    private final Resolution resolution = resolution(store, crashPoints);

    @Test
    void shouldShowTheFirstAddressOfANewContactAfterAFailureBetween() {
        fail(Map.of("Email", "ada@example.com"));

        var healed = resolve(Map.of("Email", "ada@example.com"));

        assertThat(shown(healed)).containsExactly("ada@example.com");
    }

    @Test
    void shouldShowAnAddedIdentifierAfterAFailureBetween() {
        var known = resolve(Map.of("Email", "ada@example.com"));
        fail(Map.of("Email", "ada@example.com", "Phone", "0701234567"));
        assertThat(shown(known)).containsExactly("ada@example.com");

        var healed = resolve(Map.of("Phone", "0701234567"));

        assertThat(healed).isEqualTo(known);
        assertThat(shown(healed)).containsExactlyInAnyOrder("ada@example.com", "+46701234567");
    }

    @Test
    void shouldShowWhatAnotherEngineTookForTheSameContactAndDidNotWrite() {
        var known = resolve(Map.of("Email", "ada@example.com"));
        crashPoints.at(BETWEEN, () -> {
            throw new IllegalStateException("the other engine ends");
        });
        // the phone is free when this call looks, and taken by the other engine before it takes it itself
        var racing = resolution(
                new TakenMeanwhile(store, () -> tryResolve(Map.of("Email", "ada@example.com", "Phone", "0701234567"))),
                noCrashPoints());

        Async.value(racing.resolve(List.of(claim(Map.of("Email", "ada@example.com", "Phone", "0701234567")))));

        assertThat(shown(known)).containsExactlyInAnyOrder("ada@example.com", "+46701234567");
    }

    @Test
    void shouldShowTheIdentifierOfTheWinnerToWhomAContactUnderWayIsGivenUp() {
        crashPoints.at(BETWEEN, () -> {
            throw new IllegalStateException("the other engine ends");
        });
        var racing = resolution(
                new TakenMeanwhile(store, () -> tryResolve(Map.of("Email", "ada@example.com"))), noCrashPoints());

        var winner = Async.value(
                        racing.resolve(List.of(claim(Map.of("Email", "ada@example.com", "Phone", "0701234567")))))
                .getFirst()
                .contact();

        assertThat(shown(winner)).containsExactlyInAnyOrder("ada@example.com", "+46701234567");
    }

    @Test
    void shouldNotShowWhatBelongsToSomebodyElse() {
        resolve(Map.of("Email", "ada@example.com"));
        var bea = resolve(Map.of("ExternalCustomerId", "7"));

        var resolved = Async.value(resolution.resolve(
                        List.of(claim(Map.of("ExternalCustomerId", "7", "Email", "ada@example.com")))))
                .getFirst();

        assertThat(resolved.conflicts()).containsExactly(new Identifier(Kind.EMAIL, "ada@example.com"));
        assertThat(shown(bea)).containsExactly("7");
    }

    @Test
    void shouldFindAContactUnderAFormerSpellingAndRenewIt() {
        var former = new IdentifierKey(WORKSPACE, new Identifier(Kind.PHONE, "+46380501234567"));
        var known = resolve(Map.of("Email", "ada@example.com"));
        Async.value(store.take(Map.of(former, known)));
        Async.await(store.show(WORKSPACE, known, List.of(former.identifier())));

        assertThat(resolve(Map.of("Phone", "380501234567"))).isEqualTo(known);

        assertThat(shown(known)).containsExactlyInAnyOrder("ada@example.com", "+380501234567");
        assertThat(store.identifiers.keySet())
                .containsExactlyInAnyOrder("w:email:ada@example.com", "w:phone:+380501234567");
        assertThat(resolve(Map.of("Phone", "+380501234567"))).isEqualTo(known);
    }

    @Test
    void shouldReleaseAFormerSpellingThatAnEndedCallLeftBesideTheNewOne() {
        var former = new IdentifierKey(WORKSPACE, new Identifier(Kind.PHONE, "+46380501234567"));
        var known = resolve(Map.of("Phone", "+380501234567"));
        Async.value(store.take(Map.of(former, known)));
        Async.await(store.show(WORKSPACE, known, List.of(former.identifier())));

        resolve(Map.of("Phone", "380501234567"));

        assertThat(shown(known)).containsExactly("+380501234567");
        assertThat(store.identifiers).doesNotContainKey(former.id());
    }

    @Test
    void shouldShowAConflictAboutAFormerSpellingOfSomebodyElse() {
        var former = new IdentifierKey(WORKSPACE, new Identifier(Kind.PHONE, "+46380501234567"));
        var ada = resolve(Map.of("Email", "ada@example.com"));
        Async.value(store.take(Map.of(former, ada)));

        var resolved = Async.value(resolution.resolve(
                        List.of(claim(Map.of("Email", "bea@example.com", "ExternalCustomerId", "7")))))
                .getFirst();
        var again = Async.value(
                        resolution.resolve(List.of(claim(Map.of("ExternalCustomerId", "7", "Phone", "380501234567")))))
                .getFirst();

        assertThat(again.contact()).isEqualTo(resolved.contact());
        assertThat(again.conflicts()).containsExactly(new Identifier(Kind.PHONE, "+380501234567"));
        assertThat(store.identifiers).containsKey(former.id());
    }

    private static Resolution resolution(ContactStore store, CrashPoints crashPoints) {
        var consents = new ConsentService(new FakeConsentLedgers(), store, Clock.systemUTC());
        return new Resolution(store, new MergedContacts(store), consents, crashPoints);
    }

    private static CrashPoints noCrashPoints() {
        return CrashPoints.of(new PlatformProperties("", "", null, false, null, Duration.ofSeconds(10), false));
    }

    private void fail(Map<String, Object> params) {
        crashPoints.at(BETWEEN, () -> {
            throw new IllegalStateException("ends here");
        });
        assertThatThrownBy(() -> resolve(params)).hasMessage("ends here");
        crashPoints.clear();
    }

    private void tryResolve(Map<String, Object> params) {
        assertThatThrownBy(() -> resolve(params)).isInstanceOf(IllegalStateException.class);
    }

    private ContactId resolve(Map<String, Object> params) {
        List<Resolved> resolved = Async.value(resolution.resolve(List.of(claim(params))));
        return resolved.getFirst().contact();
    }

    private static Claim claim(Map<String, Object> params) {
        return new ClaimReader().read(WORKSPACE, "SE", new Params(params)).claim();
    }

    private List<String> shown(ContactId id) {
        return store.contacts.get(id.value()).contact().identifiers().stream()
                .map(Identifier::value)
                .toList();
    }
}
