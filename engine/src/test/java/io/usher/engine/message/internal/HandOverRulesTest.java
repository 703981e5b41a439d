package io.usher.engine.message.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.connectors.channel.Delivery;
import io.usher.connectors.channel.MailConnector;
import io.usher.connectors.channel.OutgoingMail;
import io.usher.connectors.channel.OutgoingMail.Address;
import io.usher.engine.contact.Channel;
import io.usher.engine.contact.Claim;
import io.usher.engine.contact.Consent;
import io.usher.engine.contact.ConsentEntry;
import io.usher.engine.contact.ConsentWord;
import io.usher.engine.contact.ConsentWord.Evidence;
import io.usher.engine.contact.ConsentWord.Topic;
import io.usher.engine.contact.ConsentWord.When;
import io.usher.engine.contact.Consents;
import io.usher.engine.contact.Contact;
import io.usher.engine.contact.Contacts;
import io.usher.engine.contact.Purpose;
import io.usher.engine.contact.Resolved;
import io.usher.engine.message.Message;
import io.usher.engine.message.Message.Body;
import io.usher.engine.message.Message.Entry;
import io.usher.engine.message.Message.State;
import io.usher.engine.message.NewMessage;
import io.usher.engine.message.NewMessage.Kind;
import io.usher.engine.message.internal.HandOverRules.Verdict;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.JourneyId;
import io.usher.engine.shared.MessageId;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

class HandOverRulesTest {

    private static final Address FROM = new Address("shop@usher.se", "Shop");

    @ParameterizedTest
    @CsvSource({
        "MARKETING,     REFUSED, true,  true,  eva@usher.se,   DROPPED no-consent",
        "MARKETING,     UNKNOWN, false, false, eva@usher.se,   DROPPED no-consent",
        "MARKETING,     GIVEN,   false, false, eva@usher.se,   HELD no-unsubscribe-page",
        "MARKETING,     GIVEN,   true,  false, eva@example.com, HELD no-unsubscribe-page",
        "MARKETING,     GIVEN,   true,  true,  eva@example.com, GO",
        "TRANSACTIONAL, REFUSED, false, false, eva@example.com, HELD no-mail-server",
        "TRANSACTIONAL, REFUSED, true,  false, eva@example.com, DROPPED sample-address",
        "TRANSACTIONAL, REFUSED, true,  true,  eva@example.com, GO",
        "TRANSACTIONAL, REFUSED, true,  false, eva@usher.se,   GO"
    })
    void shouldLetTheFirstRuleDecide(
            Kind kind, Consent.State consent, boolean server, boolean catcher, String to, String expected) {
        var rules =
                new HandOverRules(new OneContact(consent), new MailServer(server ? new NoMail() : null, FROM, catcher));

        assertThat(shown(rules.look(message(kind, to, null, "Hello")))).isEqualTo(expected);
    }

    @Test
    void shouldHoldWhatHasNoSender() {
        var rules = new HandOverRules(new OneContact(Consent.State.GIVEN), new MailServer(new NoMail(), null, false));

        assertThat(shown(rules.look(message(Kind.TRANSACTIONAL, "eva@usher.se", null, "Hello"))))
                .isEqualTo("HELD no-sender-address");
        assertThat(shown(rules.look(message(Kind.TRANSACTIONAL, "eva@usher.se", "a@usher.se", "Hello"))))
                .isEqualTo("GO");
    }

    @Test
    void shouldHoldAnEmptySubjectUntilAPersonSendsItAllTheSame() {
        var rules = new HandOverRules(new OneContact(Consent.State.GIVEN), new MailServer(new NoMail(), FROM, false));
        var empty = message(Kind.TRANSACTIONAL, "eva@usher.se", null, "");

        assertThat(shown(rules.look(empty))).isEqualTo("HELD empty-subject");
        assertThat(shown(rules.look(again(empty, new Entry(State.HELD, Instant.EPOCH, "empty-subject", "Empty")))))
                .isEqualTo("GO");
        assertThat(shown(rules.look(again(empty, new Entry(State.HELD, Instant.EPOCH, "no-mail-server", "None")))))
                .isEqualTo("HELD empty-subject");
    }

    @Test
    void shouldRefuseAMessageWhoseSubjectWouldForgeHeaders() {
        var rules = new HandOverRules(new OneContact(Consent.State.GIVEN), new MailServer(new NoMail(), FROM, false));

        assertThat(shown(rules.look(message(Kind.TRANSACTIONAL, "eva@usher.se", null, "Hello\r\nBcc: x@usher.se"))))
                .isEqualTo("REFUSED bad-header");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@example.com",
                "a@EXAMPLE.org",
                "a@mail.example.net",
                "a@example.com.",
                "a@shop.test",
                "a@b.invalid"
            })
    void shouldKnowSampleAddresses(String address) {
        assertThat(SampleAddresses.includes(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@myexample.com", "a@example.com.se", "example.com@usher.se"})
    void shouldNotTakeRealAddressesForSamples(String address) {
        assertThat(SampleAddresses.includes(address)).isFalse();
    }

    @Test
    void shouldReadTheConfiguredSender() {
        assertThat(MailServer.address("Shop <shop@usher.se>")).isEqualTo(FROM);
        assertThat(MailServer.address("shop@usher.se")).isEqualTo(new Address("shop@usher.se", null));
        assertThat(new MailServer(null, FROM, false).from(null, "Eva")).contains(new Address("shop@usher.se", "Eva"));
    }

    @Test
    void shouldPauseLongerAfterEachTry() {
        assertThat(Backoff.after(1, Duration.ofSeconds(1))).isEqualTo(Duration.ofSeconds(30));
        assertThat(Backoff.after(3, Duration.ofSeconds(1))).isEqualTo(Duration.ofMinutes(2));
        assertThat(Backoff.after(1, Duration.ofMinutes(5))).isEqualTo(Duration.ofMinutes(5));
        assertThat(Backoff.after(90, Duration.ofMinutes(5))).isEqualTo(Duration.ofHours(4));
    }

    private static String shown(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Go go -> "GO";
            case Verdict.Stay stay -> stay.state() + " " + stay.code();
        };
    }

    private static Message again(Message message, Entry held) {
        var waiting = new Entry(State.WAITING, Instant.EPOCH, "sent-again", "Sent again");
        return new Message(
                message.id(),
                message.workspace(),
                message.channel(),
                message.kind(),
                message.contact(),
                message.origin(),
                message.to(),
                message.from(),
                message.fromName(),
                message.subject(),
                message.body(),
                message.createdAt(),
                waiting,
                message.attempts(),
                message.mayHaveGoneOut(),
                List.of(message.entry(), held, waiting));
    }

    private static Message message(Kind kind, String to, String from, String subject) {
        var entry = new Entry(State.WAITING, Instant.EPOCH, "stored", "Stored");
        var origin = new NewMessage.Origin(new JourneyId("j"), new WorkflowId("f"), "Flow", 1, "Send_1", 1);
        return new Message(
                new MessageId("m"),
                new WorkspaceId("w"),
                Channel.EMAIL,
                kind,
                new ContactId("c"),
                origin,
                to,
                from,
                null,
                subject,
                new Body("<p>Hi</p>", "Hi"),
                Instant.EPOCH,
                entry,
                0,
                false,
                List.of(entry));
    }

    record NoMail() implements MailConnector {

        @Override
        public Delivery deliver(OutgoingMail mail) {
            throw new AssertionError("Rules do not deliver");
        }

        @Override
        public Duration longest() {
            return Duration.ofSeconds(1);
        }
    }

    /** A directory of one contact with this consent to e-mail. */
    private record OneContact(Consent.State consent) implements Contacts {

        @Override
        public Mono<Contact> find(WorkspaceId workspace, ContactId id) {
            return Mono.just(new Contact(
                    id, workspace, null, null, null, null, List.of(), consents(), Params.EMPTY, Instant.EPOCH));
        }

        private Consents consents() {
            if (consent == Consent.State.UNKNOWN) {
                return Consents.NONE;
            }
            var topic = new Topic(Purpose.MARKETING, Channel.EMAIL);
            var evidence = new Evidence("test", null, null);
            var word = ConsentWord.of(topic, consent == Consent.State.GIVEN, When.NOW, evidence);
            return Consents.of(List.of(new ConsentEntry(word, Instant.EPOCH)));
        }

        @Override
        public Mono<Map<ContactId, Contact>> findAll(WorkspaceId workspace, Collection<ContactId> ids) {
            return Mono.error(new AssertionError());
        }

        @Override
        public Mono<List<Resolved>> resolve(List<Claim> claims) {
            return Mono.error(new AssertionError());
        }

        @Override
        public Mono<Contact> consent(WorkspaceId workspace, ContactId id, ConsentWord word) {
            return Mono.error(new AssertionError());
        }
    }
}
