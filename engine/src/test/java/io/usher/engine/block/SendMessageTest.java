package io.usher.engine.block;

import static io.usher.engine.platform.words.English.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.usher.connectors.channel.Address;
import io.usher.engine.contact.Claim;
import io.usher.engine.contact.ConsentWord;
import io.usher.engine.contact.Consents;
import io.usher.engine.contact.Contact;
import io.usher.engine.contact.Contacts;
import io.usher.engine.contact.Identifier;
import io.usher.engine.contact.Resolved;
import io.usher.engine.message.Message;
import io.usher.engine.message.MessageHistory;
import io.usher.engine.message.Messages;
import io.usher.engine.message.NewMessage;
import io.usher.engine.message.Renderer;
import io.usher.engine.message.internal.template.PlainRenderer;
import io.usher.engine.platform.async.UnavailableException;
import io.usher.engine.platform.words.Sentences;
import io.usher.engine.rule.FactPath;
import io.usher.engine.rule.FactScope;
import io.usher.engine.rule.Facts;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.JourneyId;
import io.usher.engine.shared.MessageId;
import io.usher.engine.shared.NamedActor;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.Reason;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.workflow.spi.Outcome;
import io.usher.engine.workflow.spi.Settings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class SendMessageTest {

    private static final Map<String, Object> SETTINGS =
            Map.of("kind", "transactional", "subject", "Hello {{ name }}", "html", "<p>{{ name }}</p>");

    private final Box box = new Box();
    private final SendMessage block =
            new SendMessage(new OneName(), PlainRenderer.create(), new Directory(), box, box, new Sentences());
    private String address = "eva@usher.se";
    private String name = "Eva";

    @Test
    void shouldStoreWhatItRendersUnderTheKeyOfTheVisit() {
        var outcome = block.run(FakeVisit.of(SETTINGS));
        block.run(FakeVisit.of(SETTINGS));

        assertThat(InWords.of(outcome))
                .isEqualTo(new Outcome.GoOn(said("E-mail \"Hello Eva\" to eva@usher.se queued for sending")));
        assertThat(box.stored)
                .hasSize(2)
                .extracting(NewMessage::id)
                .containsOnly(box.stored.getFirst().id());
        assertThat(box.stored.getFirst().content().html()).isEqualTo("<p>Eva</p>");
        assertThat(box.stored.getFirst().kind()).isEqualTo(NewMessage.Kind.TRANSACTIONAL);
        assertThat(box.stored.getFirst().content().text()).isEqualTo("Eva");
    }

    @Test
    void shouldLetTemplatesUseEverythingThatRulesCan() {
        assertThat(SendMessage.ROOTS).containsExactlyInAnyOrderElementsOf(FactPath.ROOTS);
    }

    @Test
    void shouldSendToTheAddressOfTheBlock() {
        block.run(FakeVisit.of(with("to", "{{ name }}@usher.se")));

        assertThat(box.stored).singleElement().extracting(NewMessage::to).isEqualTo("Eva@usher.se");
    }

    @Test
    void shouldGoOnAndKeepWhyWhenThereIsNoAddress() {
        address = null;

        assertThat(InWords.of(block.run(FakeVisit.of(SETTINGS))))
                .isEqualTo(new Outcome.GoOn(said("Not sent: the contact has no e-mail address")));
        assertThat(InWords.of(block.run(FakeVisit.of(with("to", "nobody")))))
                .isEqualTo(new Outcome.GoOn(said("Not sent: \"nobody\" is not an e-mail address")));
        assertThat(box.stored).isEmpty();
        assertThat(box.dropped).containsExactly("no-address", "bad-address");
    }

    @Test
    void shouldStoreNothingWhenTheJourneyHasEnded() {
        assertThat(block.run(FakeVisit.of(SETTINGS).ended())).isInstanceOf(Outcome.NotYet.class);
        assertThat(box.stored).isEmpty();
    }

    @Test
    void shouldParkTheJourneyWithTheFieldThatCannotBeRendered() {
        assertThat(InWords.of(block.run(FakeVisit.of(with("subject", "{{ name | divided_by: 0 }}")))))
                .isEqualTo(new Outcome.Failed(Reason.told("template", "Subject: Line 1: it divides by zero")));
    }

    @Test
    void shouldFindBrokenTemplatesBeforeActivation() {
        assertThat(block.check(new Settings(with("html", "{{ name | sparkle }}"))))
                .extracting(problem -> problem.field() + " " + problem.message())
                .containsExactly("html Line 1: there is no filter sparkle");
    }

    @Test
    void shouldRefuseALineBreakInALineBeforeActivationAndNowhereElse() {
        for (var line : List.of("to", "from", "fromName", "subject")) {
            assertThat(block.check(new Settings(with(line, "Hello\n{{ name }}"))))
                    .extracting(problem -> problem.field() + " " + problem.message())
                    .containsExactly(
                            line + " It must be one line, but there is a line break or a control character in it");
        }
        for (var text : List.of("html", "text")) {
            assertThat(block.check(new Settings(with(text, "Hello\n{{ name }}"))))
                    .isEmpty();
        }
    }

    @Test
    void shouldMakeLineBreaksOfDataASpaceInEveryLine() {
        name = "Eva\r\nBcc: liv@usher.se";

        block.run(FakeVisit.of(with("fromName", "{{ name }}")));
        block.run(FakeVisit.of(with("to", "{{ name }}")));

        assertThat(box.stored).singleElement().satisfies(message -> {
            assertThat(message.content().title()).isEqualTo("Hello Eva Bcc: liv@usher.se");
            assertThat(message.content().sender()).isEqualTo(new Address("", "Eva Bcc: liv@usher.se"));
        });
        assertThat(box.dropped).containsExactly("bad-address");
    }

    @Test
    void shouldStoreAnEmptySubjectForAPersonToLookAt() {
        name = " ";

        assertThat(InWords.of(block.run(FakeVisit.of(with("subject", "{{ name }}")))))
                .isEqualTo(new Outcome.GoOn(said("E-mail without a subject to eva@usher.se queued for sending")));
        assertThat(box.stored)
                .singleElement()
                .extracting(message -> message.content().title())
                .isEqualTo("");
    }

    @Test
    void shouldBeTriedAgainWhenTooMuchIsBeingRendered() {
        var busy = new SendMessage(new OneName(), new Busy(), new Directory(), box, box, new Sentences());

        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> busy.run(FakeVisit.of(SETTINGS)));

        assertThat(box.stored).isEmpty();
    }

    private static Map<String, Object> with(String name, Object value) {
        var settings = new HashMap<>(SETTINGS);
        settings.put(name, value);
        return settings;
    }

    private final class OneName implements Facts {
        @Override
        public Mono<Map<String, Object>> tree(FactScope scope, Collection<String> roots) {
            return Mono.just(Map.of("name", name));
        }
    }

    /** All its threads are busy. */
    private static final class Busy implements Renderer {

        @Override
        public String text(String template, Context context) {
            throw new UnavailableException("Too many templates are being rendered", new TimeoutException());
        }

        @Override
        public String line(String template, Context context) {
            return text(template, context);
        }

        @Override
        public String html(String template, Context context) {
            return text(template, context);
        }

        @Override
        public List<String> check(String template) {
            return List.of();
        }

        @Override
        public List<String> checkLine(String template) {
            return List.of();
        }

        @Override
        public Set<String> needs(String template) {
            return Set.of();
        }
    }

    private static final class Box implements Messages, MessageHistory {

        private final List<NewMessage> stored = new ArrayList<>();
        private final List<String> dropped = new ArrayList<>();

        @Override
        public Mono<Void> store(NewMessage message) {
            return Mono.fromRunnable(() -> stored.add(message));
        }

        @Override
        public Flux<Message> ofJourney(WorkspaceId workspace, JourneyId journey) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Mono<Void> storeDropped(NewMessage message, Reason because) {
            return Mono.fromRunnable(() -> dropped.add(because.code()));
        }

        @Override
        public Mono<Long> withdraw(JourneyId journey, Reason because, Instant at) {
            return Mono.error(new AssertionError());
        }

        @Override
        public Mono<Boolean> withdraw(MessageId message, Reason because, Instant at) {
            return Mono.error(new AssertionError());
        }

        @Override
        public Mono<Message> find(WorkspaceId workspace, MessageId id) {
            return Mono.error(new AssertionError());
        }

        @Override
        public Mono<Page<Message>> list(WorkspaceId workspace, Query query, PageRequest page) {
            return Mono.error(new AssertionError());
        }

        @Override
        public Mono<Message> sendAgain(WorkspaceId workspace, MessageId id, boolean mayArriveTwice, NamedActor who) {
            return Mono.error(new AssertionError());
        }
    }

    private final class Directory implements Contacts {

        @Override
        public Mono<Contact> find(WorkspaceId workspace, ContactId id) {
            var identifiers =
                    address == null ? List.<Identifier>of() : List.of(new Identifier(Identifier.Kind.EMAIL, address));
            return Mono.just(new Contact(
                    id, workspace, null, null, null, null, identifiers, Consents.NONE, Params.EMPTY, Instant.EPOCH));
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
