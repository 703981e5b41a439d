package io.usher.connectors.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.usher.connectors.channel.Connector.Flaw;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What every connector does, whatever it speaks: against a local server that speaks the same, with its errors. */
public abstract class ConnectorContract<C extends Content> {

    private static final Instant DATE = Instant.parse("2026-05-01T10:00:00Z");
    private static final String SECRET = "not-to-be-told";

    /** What the other side does with the next message. */
    public enum Behaviour {
        TAKES,
        TAKES_AND_REPEATS_ITS_ANSWER,
        THROTTLES,
        HAS_A_FULL_QUOTA,
        REFUSES_THE_CREDENTIALS,
        REFUSES_THE_ADDRESS,
        REFUSES_THE_CONTENT,
        IS_SILENT_BEFORE_THE_CONTENT,
        HANGS_UP_BEFORE_THE_CONTENT,
        HANGS_UP_BEFORE_ITS_ANSWER,
        IS_SILENT_BEFORE_ITS_ANSWER
    }

    /** The other side, on this machine. */
    public interface Server extends AutoCloseable {

        /** A connection to it that carries all secrets that there can be, each with this value. */
        Connection connection(String secret);

        /** The ids of the messages whose content it has got, in order. */
        List<String> got();

        @Override
        void close() throws Exception;
    }

    /** With time limits that a test can wait for: some hundred milliseconds for an answer. */
    protected abstract Connector<C> connector();

    protected abstract Server server(Behaviour behaviour) throws Exception;

    protected abstract C content(String line);

    /** An address that the channel takes, and a sender. */
    protected abstract String address();

    protected abstract Address sender();

    @ParameterizedTest
    @CsvSource({
        "TAKES,                        HandedOver",
        "TAKES_AND_REPEATS_ITS_ANSWER, HandedOver",
        "THROTTLES,                    TryLater",
        "HAS_A_FULL_QUOTA,             TryLater",
        "REFUSES_THE_CREDENTIALS,      TryLater",
        "REFUSES_THE_ADDRESS,          Refused",
        "REFUSES_THE_CONTENT,          Refused",
        "IS_SILENT_BEFORE_THE_CONTENT, TryLater",
        "HANGS_UP_BEFORE_THE_CONTENT,  TryLater"
    })
    void shouldTellWhatAnAnswerMeans(Behaviour behaviour, String expected) throws Exception {
        try (var server = server(behaviour)) {
            var delivery = deliver(server);

            assertThat(delivery.getClass().getSimpleName()).isEqualTo(expected);
            assertThat(delivery.words()).isNotBlank().doesNotContain(SECRET).doesNotContain("\n");
            if (delivery instanceof Delivery.TryLater later) {
                assertThat(later.after()).isPositive();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Behaviour.class,
            names = {"HANGS_UP_BEFORE_ITS_ANSWER", "IS_SILENT_BEFORE_ITS_ANSWER"})
    void shouldNotCallALostAnswerARefusalNorTryAgainWhereThatWouldSendTwice(Behaviour behaviour) throws Exception {
        try (var server = server(behaviour)) {
            assertThat(deliver(server))
                    .isInstanceOf(
                            connector().capabilities().idempotencyKey()
                                    ? Delivery.TryLater.class
                                    : Delivery.Unknown.class);
        }
    }

    @Test
    void shouldHandOnItsIdOncePerMessage() throws Exception {
        try (var server = server(Behaviour.TAKES)) {
            deliver(server);
            deliver(server);

            assertThat(server.got()).hasSize(2).allSatisfy(id -> assertThat(id).contains("m1"));
        }
    }

    @Test
    void shouldTryLaterWhenNobodyListens() throws Exception {
        var server = server(Behaviour.TAKES);
        var connection = server.connection(SECRET);
        server.close();

        assertThat(connector().deliver(connection, envelope())).isInstanceOf(Delivery.TryLater.class);
        assertThat(connector().test(connection).well()).isFalse();
    }

    @Test
    void shouldRefuseWhatIsNoAddress() throws Exception {
        try (var server = server(Behaviour.TAKES)) {
            var nowhere = new Envelope<>("m1", DATE, sender(), "nobody at all", content("Hello"), Map.of());

            assertThat(connector().deliver(server.connection(SECRET), nowhere)).isInstanceOf(Delivery.Refused.class);
            assertThat(server.got()).isEmpty();
        }
    }

    @Test
    void shouldSayWhatTheServerAnswersWithoutSendingAnything() throws Exception {
        try (var well = server(Behaviour.TAKES);
                var refused = server(Behaviour.REFUSES_THE_CREDENTIALS)) {
            var answer = connector().test(well.connection(SECRET));
            assertThat(answer.well()).as(answer.words()).isTrue();
            assertThat(answer.words()).isNotBlank().doesNotContain(SECRET);
            assertThat(well.got()).isEmpty();

            var no = connector().test(refused.connection(SECRET));
            assertThat(no.well()).isFalse();
            assertThat(no.words()).isNotBlank().doesNotContain(SECRET);
        }
    }

    @Test
    void shouldCheckAConnectionBeforeItIsUsed() throws Exception {
        try (var server = server(Behaviour.TAKES)) {
            assertThat(connector().check(server.connection(SECRET))).isEmpty();
        }
        var names = new HashSet<>(connector().settings());
        names.addAll(connector().secrets());
        assertThat(connector().check(new Connection(Map.of(), Map.of())))
                .isNotEmpty()
                .extracting(Flaw::field)
                .allMatch(names::contains);
    }

    @Test
    void shouldCheckSenders() {
        assertThat(connector().checkSender(sender().address())).isEmpty();
        assertThat(connector().checkSender("nobody at all, @")).isNotEmpty();
    }

    @Test
    void shouldTellNoSecretOfAConnection() {
        assertThat(new Connection(Map.of("a", "b"), Map.of("token", SECRET)).toString())
                .contains("token")
                .doesNotContain(SECRET);
    }

    @Test
    void shouldRefuseLineBreaksWhereALineEnds() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Envelope<>("m1", DATE, sender(), address() + "\r\nBcc: x", content("Hello"), Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Envelope<>(
                        "m1", DATE, new Address(sender().address(), "A\nB"), address(), content("Hello"), Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Envelope<>("m1", DATE, sender(), address(), content("Hello"), Map.of("Bcc", "x")));
    }

    @Test
    void shouldSayWhatItServesAndHowLongItTakes() {
        var connector = connector();

        assertThat(Connectors.installed().of(connector.kind()).orElseThrow()).isInstanceOf(connector.getClass());
        assertThat(content("Hello").channel()).isEqualTo(connector.channel());
        assertThat(connector.content())
                .isInstanceOf(Class.class)
                .isEqualTo(content("Hello").getClass());
        assertThat(connector.capabilities().longestCall()).isPositive().isLessThan(Duration.ofMinutes(3));
        assertThat(connector.settings()).doesNotContainAnyElementsOf(Set.copyOf(connector.secrets()));
    }

    private Delivery deliver(Server server) {
        return connector().deliver(server.connection(SECRET), envelope());
    }

    private Envelope<C> envelope() {
        return new Envelope<>("m1", DATE, sender(), address(), content("Hello"), Map.of());
    }
}
