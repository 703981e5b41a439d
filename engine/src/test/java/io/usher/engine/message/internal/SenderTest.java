package io.usher.engine.message.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.usher.connectors.channel.Connectors;
import io.usher.connectors.channel.Delivery;
import io.usher.connectors.channel.Email;
import io.usher.connectors.channel.Envelope;
import io.usher.engine.contact.Channel;
import io.usher.engine.message.JourneyState;
import io.usher.engine.message.Message;
import io.usher.engine.message.Message.Entry;
import io.usher.engine.message.Message.State;
import io.usher.engine.message.MessageProperties;
import io.usher.engine.message.MessageReasons;
import io.usher.engine.message.NewMessage;
import io.usher.engine.message.internal.connection.TestRoutes;
import io.usher.engine.message.internal.rule.RulesInOrder;
import io.usher.engine.platform.PlatformProperties;
import io.usher.engine.platform.async.UnavailableException;
import io.usher.engine.platform.crash.CrashPoints;
import io.usher.engine.platform.time.RealTime;
import io.usher.engine.platform.words.Sentences;
import io.usher.engine.platform.words.Wording;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.JourneyId;
import io.usher.engine.shared.MessageId;
import io.usher.engine.shared.Reason;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.shared.WorkspaceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import reactor.core.publisher.Mono;

class SenderTest {

    private static final Wording ENGLISH = new Wording(new Sentences(), Locale.ENGLISH, ZoneOffset.UTC, false);
    private static final Duration LEASE = Duration.ofMinutes(3);

    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

    private Instant realNow = NOW;
    private int calls;
    private boolean mayHandOver = true;
    private Function<Envelope<Email>, Delivery> server = mail -> new Delivery.HandedOver(null, "250 ok");

    @Test
    void shouldHandOverAndKeepTheServersWords() {
        var outbox = outbox(0, false);

        deliver(outbox);

        assertThat(outbox.message().history())
                .extracting(Entry::state)
                .containsExactly(State.WAITING, State.HANDING_OVER, State.HANDED_OVER);
        assertThat(outbox.message().entry().reason()).isEqualTo(MessageReasons.HANDED_OVER.with(Reason.text("250 ok")));
        assertThat(outbox.message().entry().text(ENGLISH)).isEqualTo("The other side accepted it: 250 ok");
    }

    @Test
    void shouldWithdrawWhenTheJourneyWasStoppedBeforeTheCall() {
        mayHandOver = false;
        var outbox = outbox(0, false);

        deliver(outbox);

        assertThat(outbox.message().state()).isEqualTo(State.WITHDRAWN);
        assertThat(calls).isZero();
    }

    @Test
    void shouldNotWithdrawWhatMayHaveGoneOut() {
        mayHandOver = false;
        var outbox = outbox(1, true);

        deliver(outbox);

        assertThat(outbox.message().state()).isEqualTo(State.UNCERTAIN);
    }

    @Test
    void shouldNotCallWhenTheMessageWasWithdrawnAfterItWasTaken() {
        var outbox = outbox(0, false);
        var sender = sender(outbox);
        var attempt = sender.take(8, connection -> 8).getFirst();
        outbox.withdraw(new JourneyId("j"), new Entry(State.WITHDRAWN, NOW, Reason.told("withdrawn", "Stopped")), null)
                .block();

        sender.deliver(attempt);

        assertThat(calls).isZero();
        assertThat(outbox.message().state()).isEqualTo(State.WITHDRAWN);
    }

    @Test
    void shouldNotSendAgainByItselfWhenTheAnswerIsLost() {
        server = mail -> new Delivery.Unknown("The connection ended");
        var outbox = outbox(0, false);

        deliver(outbox);

        assertThat(outbox.message().state()).isEqualTo(State.UNCERTAIN);
        assertThat(outbox.message().entry().text(ENGLISH))
                .startsWith("It is not certain whether this message went out.");
        assertThat(sender(outbox).take(8, connection -> 8)).isEmpty();
    }

    @Test
    void shouldTakeAnErrorOfTheMachineInAConnectorForALostAnswer() {
        server = mail -> {
            throw new NoClassDefFoundError("jakarta/mail/Missing");
        };
        var outbox = outbox(0, false);

        deliver(outbox);

        assertThat(outbox.message().state()).isEqualTo(State.UNCERTAIN);
        assertThat(outbox.message().entry().code()).isEqualTo("no-answer");
    }

    @Test
    void shouldTakeAConnectorsErrorForALostAnswer() {
        server = mail -> {
            throw new IllegalStateException("broken");
        };
        var outbox = outbox(0, false);

        deliver(outbox);

        assertThat(outbox.message().entry().code()).isEqualTo("no-answer");
    }

    @Test
    void shouldTryAgainAfterAPauseWhenRefusedForNow() {
        server = mail -> new Delivery.TryLater("451 later", Duration.ofMinutes(5));
        var outbox = outbox(0, false);

        deliver(outbox);

        assertThat(outbox.message().state()).isEqualTo(State.WAITING);
        assertThat(outbox.nextLook()).isEqualTo(NOW.plus(Duration.ofMinutes(5)));
        assertThat(sender(outbox).take(8, connection -> 8)).isEmpty();
        realNow = NOW.plus(Duration.ofMinutes(5));
        server = mail -> new Delivery.HandedOver(null, "250 ok");
        deliver(outbox);
        assertThat(outbox.message().state()).isEqualTo(State.HANDED_OVER);
        assertThat(outbox.message().attempts()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldGiveUpAfterTheLastTry(boolean mayHaveGoneOut) {
        server = mail -> new Delivery.TryLater("451 later", Duration.ofMinutes(5));
        var outbox = outbox(Sender.MAX_ATTEMPTS - 1, mayHaveGoneOut);

        deliver(outbox);

        assertThat(outbox.message().state()).isEqualTo(State.REFUSED);
        assertThat(outbox.message().entry().code()).isEqualTo("too-many-tries");
        assertThat(outbox.message().entry().text(ENGLISH).contains("may have gone out"))
                .isEqualTo(mayHaveGoneOut);
    }

    @Test
    void shouldCorrectAnUncertainMessageByALateAnswerOnly() {
        var outbox = outbox(0, false);
        server = mail -> {
            realNow = realNow.plus(LEASE);
            outbox.expire(realNow, new Entry(State.UNCERTAIN, NOW, MessageReasons.LEASE_ENDED.with()))
                    .block();
            return new Delivery.HandedOver(null, "250 ok");
        };

        deliver(outbox);

        assertThat(outbox.message().history())
                .extracting(Entry::state)
                .containsExactly(State.WAITING, State.HANDING_OVER, State.UNCERTAIN, State.HANDED_OVER);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldNoteTheServersAnswerWhenTheStoreIsBack(boolean answersLost) {
        var outbox = outbox(0, false);
        server = mail -> {
            outbox.goAway(2, answersLost);
            return new Delivery.HandedOver(null, "250 ok");
        };

        deliver(outbox);

        assertThat(outbox.message().history())
                .extracting(Entry::state)
                .containsExactly(State.WAITING, State.HANDING_OVER, State.HANDED_OVER);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldNotCallWhenTheStoreDidNotAnswerBeforeAndSendItOnceLater(boolean answerLost) {
        var outbox = outbox(0, false);
        var sender = sender(outbox);
        var attempt = sender.take(8, connection -> 8).getFirst();
        outbox.goAway(1, answerLost);

        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> sender.deliver(attempt));

        assertThat(calls).isZero();
        assertThat(outbox.message().state()).isEqualTo(State.WAITING);
        realNow = NOW.plus(LEASE);
        deliver(outbox);
        assertThat(calls).isEqualTo(1);
        assertThat(outbox.message().state()).isEqualTo(State.HANDED_OVER);
    }

    @Test
    void shouldRefuseAMessageWhoseSubjectWouldForgeHeaders() {
        var outbox = outbox("Hello\r\nBcc: x@usher.se", 0, false);

        deliver(outbox);

        assertThat(outbox.message().entry().code()).isEqualTo("bad-header");
        assertThat(outbox.message().state()).isEqualTo(State.REFUSED);
        assertThat(calls).isZero();
    }

    @Test
    void shouldKeepWhatItHoldsWhenTheStoreFailsBehindIt() {
        var outbox = outbox(0, false);
        outbox.endTakingWith(Mono.error(new UnavailableException("The store is away", new TimeoutException())));
        var sender = sender(outbox);

        var held = sender.take(8, connection -> 8);

        assertThat(held).hasSize(1);
        sender.deliver(held.getFirst());
        assertThat(outbox.message().state()).isEqualTo(State.HANDED_OVER);
        assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> sender.take(8, connection -> 8));
    }

    @Test
    void shouldKeepWhatItHoldsWhenTheEngineIsStoppedMeanwhile() {
        var outbox = outbox(0, false);
        outbox.endTakingWith(Mono.never());
        Thread.currentThread().interrupt();

        var held = sender(outbox).take(8, connection -> 8);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(held).hasSize(1);
    }

    private void deliver(OneMessageOutbox outbox) {
        var sender = sender(outbox);
        sender.deliver(sender.take(8, connection -> 8).getFirst());
    }

    private Sender sender(OneMessageOutbox outbox) {
        var beans = new StaticListableBeanFactory();
        beans.addBean("journeys", (JourneyState) (journey, block, pass) -> Mono.just(mayHandOver));
        var real = new RealTime() {
            @Override
            public Instant now() {
                return realNow;
            }
        };
        var properties = new MessageProperties("smtp://mail.usher.test", "shop@usher.se", false, LEASE);
        var connectors = new Connectors(List.of(new FakeConnector(mail -> {
            calls++;
            return server.apply(mail);
        })));
        var routes = TestRoutes.of(properties, connectors);
        return new Sender(
                outbox,
                new RulesInOrder(null, routes, beans.getBeanProvider(JourneyState.class)),
                new HandOver(routes, connectors),
                new Sender.Times(Clock.fixed(NOW, ZoneOffset.UTC), real, properties),
                CrashPoints.of(new PlatformProperties("", "", null, false, null, Duration.ofSeconds(10), false)));
    }

    private static OneMessageOutbox outbox(int attempts, boolean mayHaveGoneOut) {
        return outbox("Hello", attempts, mayHaveGoneOut);
    }

    private static OneMessageOutbox outbox(String subject, int attempts, boolean mayHaveGoneOut) {
        var entry = new Entry(State.WAITING, NOW, MessageReasons.STORED.with());
        var origin = new NewMessage.Origin(new JourneyId("j"), new WorkflowId("f"), "Flow", 1, "Send_1", 1);
        return new OneMessageOutbox(new Message(
                new MessageId("m"),
                new WorkspaceId("w"),
                Channel.EMAIL,
                NewMessage.Kind.TRANSACTIONAL,
                new ContactId("c"),
                origin,
                "eva@usher.se",
                null,
                null,
                subject,
                Email.of(null, subject, "<p>Hi</p>", "Hi"),
                NOW,
                entry,
                attempts,
                mayHaveGoneOut,
                List.of(entry)));
    }
}
