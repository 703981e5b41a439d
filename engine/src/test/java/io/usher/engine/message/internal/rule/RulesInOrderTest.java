package io.usher.engine.message.internal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.usher.connectors.channel.Connectors;
import io.usher.connectors.channel.Email;
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
import io.usher.engine.message.JourneyState;
import io.usher.engine.message.Message;
import io.usher.engine.message.Message.Entry;
import io.usher.engine.message.Message.State;
import io.usher.engine.message.MessageProperties;
import io.usher.engine.message.MessageReasons;
import io.usher.engine.message.NewMessage;
import io.usher.engine.message.NewMessage.Kind;
import io.usher.engine.message.SendRules.Place;
import io.usher.engine.message.SendVerdict;
import io.usher.engine.message.internal.FakeConnector;
import io.usher.engine.message.internal.connection.Routes;
import io.usher.engine.message.internal.connection.TestRoutes;
import io.usher.engine.platform.async.Async;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.JourneyId;
import io.usher.engine.shared.MessageId;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.Reason;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import reactor.core.publisher.Mono;

class RulesInOrderTest {

    private static final WorkspaceId WORKSPACE = new WorkspaceId("w");

    private boolean mayHandOver = true;

    @ParameterizedTest
    @CsvSource({
        "MARKETING,     REFUSED, true,  true,  eva@usher.se,   Drop no-consent",
        "MARKETING,     UNKNOWN, false, false, eva@usher.se,   Drop no-consent",
        "MARKETING,     GIVEN,   false, false, eva@usher.se,   Hold no-unsubscribe-page",
        "MARKETING,     GIVEN,   true,  false, eva@example.com, Hold no-unsubscribe-page",
        "MARKETING,     GIVEN,   true,  true,  eva@example.com, Go",
        "TRANSACTIONAL, REFUSED, false, false, eva@example.com, Hold no-mail-server",
        "TRANSACTIONAL, REFUSED, true,  false, eva@example.com, Drop sample-address",
        "TRANSACTIONAL, REFUSED, true,  true,  eva@example.com, Go",
        "TRANSACTIONAL, REFUSED, true,  false, eva@usher.se,   Go"
    })
    void shouldLetTheFirstRuleDecideWithAMessageAndBeforeThereIsOne(
            Kind kind, Consent.State consent, boolean server, boolean catcher, String to, String expected) {
        var routes = routes(server, "Shop <shop@usher.se>", catcher);
        var contact = new OneContact(consent);
        var rules = rules(contact, routes);

        assertThat(shown(ask(rules, routes, message(kind, to, null, "Hello")))).isEqualTo(expected);
        assertThat(shown(rules.ask(contact.contact(new ContactId("c"), WORKSPACE), Channel.EMAIL, kind, to)))
                .isEqualTo(expected);
    }

    @Test
    void shouldHaveOneOrder() {
        var places = rules(new OneContact(Consent.State.GIVEN), routes(true, "a@usher.se", false))
                .places();

        assertThat(places).isSorted();
        assertThat(Place.values()).hasSize(9);
        assertThat(places).containsExactly(Place.WITHDRAWN, Place.CONSENT, Place.WAY_OUT, Place.SAMPLE_ADDRESS);
    }

    @Test
    void shouldAskTheJourneyBeforeAnythingElse() {
        mayHandOver = false;
        var routes = routes(false, null, false);
        var rules = rules(new OneContact(Consent.State.REFUSED), routes);

        assertThat(shown(ask(rules, routes, message(Kind.MARKETING, "eva@usher.se", null, ""))))
                .isEqualTo("Drop withdrawn");
    }

    @Test
    void shouldHoldWhatHasNoSender() {
        var routes = routes(true, null, false);
        var rules = rules(new OneContact(Consent.State.GIVEN), routes);

        assertThat(shown(ask(rules, routes, message(Kind.TRANSACTIONAL, "eva@usher.se", null, "Hello"))))
                .isEqualTo("Hold no-sender-address");
        assertThat(shown(ask(rules, routes, message(Kind.TRANSACTIONAL, "eva@usher.se", "a@usher.se", "Hello"))))
                .isEqualTo("Go");
    }

    @Test
    void shouldHoldAnEmptySubjectUntilAPersonSendsItAllTheSame() {
        var routes = routes(true, "a@usher.se", false);
        var rules = rules(new OneContact(Consent.State.GIVEN), routes);
        var empty = message(Kind.TRANSACTIONAL, "eva@usher.se", null, "");
        var held = new Entry(State.HELD, Instant.EPOCH, MessageReasons.EMPTY_SUBJECT.with());
        var heldBefore = new Entry(State.HELD, Instant.EPOCH, Reason.told("empty-subject", "Empty"));
        var heldOtherwise = new Entry(State.HELD, Instant.EPOCH, MessageReasons.NO_CONNECTION.with());

        assertThat(shown(ask(rules, routes, empty))).isEqualTo("Hold empty-subject");
        assertThat(shown(ask(rules, routes, again(empty, held)))).isEqualTo("Go");
        assertThat(shown(ask(rules, routes, again(empty, heldBefore)))).isEqualTo("Go");
        assertThat(shown(ask(rules, routes, again(empty, heldOtherwise)))).isEqualTo("Hold empty-subject");
    }

    @ParameterizedTest
    @CsvSource({
        "false, false, '',             'no-mail-server no-sender-address', 'no-unsubscribe-page no-mail-server no-sender-address'",
        "false, false, a@usher.se,     'no-mail-server',                   'no-unsubscribe-page no-mail-server'",
        "true,  false, a@usher.se,     '',                                 'no-unsubscribe-page'",
        "true,  false, '',             'no-sender-address',                'no-unsubscribe-page no-sender-address'",
        "true,  true,  a@usher.se,     '',                                 ''"
    })
    void shouldSayWhatHoldsEveryMessageOfAKind(
            boolean server, boolean catcher, String from, String transactional, String marketing) {
        var routes = routes(server, from, catcher);
        var rules = rules(new OneContact(Consent.State.GIVEN), routes);
        var route = Async.value(routes.route(WORKSPACE, Channel.EMAIL, null));

        assertThat(codes(rules.holds(Channel.EMAIL, Kind.TRANSACTIONAL, route))).isEqualTo(transactional);
        assertThat(codes(rules.holds(Channel.EMAIL, Kind.MARKETING, route))).isEqualTo(marketing);
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

    private static String codes(List<Reason> reasons) {
        return reasons.stream().map(Reason::code).collect(Collectors.joining(" "));
    }

    private static Routes routes(boolean server, String from, boolean catcher) {
        var url = server ? "smtp://mail.usher.test" : null;
        var connectors = new Connectors(List.of(new FakeConnector(mail -> {
            throw new AssertionError("Rules do not deliver");
        })));
        return TestRoutes.of(new MessageProperties(url, from, catcher, Duration.ofMinutes(3)), connectors);
    }

    private RulesInOrder rules(Contacts contacts, Routes routes) {
        var beans = new StaticListableBeanFactory();
        beans.addBean("journeys", (JourneyState) (journey, block, pass) -> Mono.just(mayHandOver));
        return new RulesInOrder(contacts, routes, beans.getBeanProvider(JourneyState.class));
    }

    private static SendVerdict ask(RulesInOrder rules, Routes routes, Message message) {
        return rules.ask(message, Async.value(routes.route(message.workspace(), message.channel(), message.sender())));
    }

    private static String shown(SendVerdict verdict) {
        return switch (verdict) {
            case SendVerdict.Go go -> "Go";
            case SendVerdict.Hold hold -> "Hold " + hold.reason().code();
            case SendVerdict.Drop drop -> "Drop " + drop.reason().code();
        };
    }

    private static Message again(Message message, Entry held) {
        var waiting = new Entry(State.WAITING, Instant.EPOCH, MessageReasons.SENT_AGAIN.with(Reason.text("Eva")));
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
                message.content(),
                message.createdAt(),
                waiting,
                message.attempts(),
                message.mayHaveGoneOut(),
                List.of(message.entry(), held, waiting));
    }

    private static Message message(Kind kind, String to, String from, String subject) {
        var entry = new Entry(State.WAITING, Instant.EPOCH, MessageReasons.STORED.with());
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
                Email.of(null, subject, "<p>Hi</p>", "Hi"),
                Instant.EPOCH,
                entry,
                0,
                false,
                List.of(entry));
    }

    /** A directory of one contact with this consent to e-mail. */
    private record OneContact(Consent.State consent) implements Contacts {

        @Override
        public Mono<Contact> find(WorkspaceId workspace, ContactId id) {
            return Mono.just(contact(id, workspace));
        }

        Contact contact(ContactId id, WorkspaceId workspace) {
            return new Contact(
                    id, workspace, null, null, null, null, List.of(), consents(), Params.EMPTY, Instant.EPOCH);
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
