package io.usher.designer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usher.designer.FakeEngine;
import io.usher.designer.FakeEngine.Answer;
import io.usher.designer.engine.EngineException.Away;
import io.usher.designer.engine.EngineException.Refused;
import io.usher.designer.engine.EngineException.SignedOut;
import io.usher.designer.engine.EngineException.Stale;
import io.usher.designer.engine.EngineException.TooManyTries;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EngineClientTest {

    private final FakeEngine engine = new FakeEngine();
    private final EngineClient client = client(engine.url(), Duration.ofSeconds(10));

    @BeforeEach
    void somebodyIsKnown() {
        engine.add("anna", "her password", false);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void shouldOpenASessionAndSendItsTokenWithLaterCalls() {
        // when
        var session = client.signIn("anna", "her password", Browser.UNKNOWN);
        var person = client.me(session.token());

        // then
        assertThat(session.mustChangePassword()).isFalse();
        assertThat(person.name()).isEqualTo("anna");
        assertThat(person.workspace().name()).isEqualTo("Opera House");
        assertThat(engine.calls("GET", "/api/v1/me").getFirst().authorization())
                .isEqualTo("Bearer " + session.token().value());
        assertThat(engine.calls("POST", "/api/v1/sessions").getFirst().authorization())
                .isEmpty();
    }

    @Test
    void shouldSayWithEachCallWhoReadsTheAnswer() {
        // given
        var token = client.signIn("anna", "her password", Browser.UNKNOWN).token();
        var reader = new Reader(Locale.of("sv", "SE"), ZoneId.of("Europe/Stockholm"));

        // when
        ScopedValue.where(Reader.NOW, reader).run(() -> client.me(token));

        // then
        assertThat(engine.calls("GET", "/api/v1/me").getLast().language()).isEqualTo("sv-SE");
        assertThat(engine.calls("GET", "/api/v1/me").getLast().prefer()).isEqualTo("timezone=\"Europe/Stockholm\"");
    }

    @Test
    void shouldSayWhichBrowserItIsToAnEngineThatBelievesIt() {
        // given
        var known = client(engine.url(), Duration.ofSeconds(10), "the designer's key");

        // when
        var session = known.signIn("anna", "her password", new Browser("192.0.2.5", "device-1"));
        known.confirmPassword(session.token(), "her password", new Browser("192.0.2.5", null));

        // then
        assertThat(session.device()).contains("device-of-anna");
        var signIn = engine.calls("POST", "/api/v1/sessions").getLast();
        assertThat(signIn.designerKey()).isEqualTo("the designer's key");
        assertThat(signIn.body()).containsEntry("client", Map.of("address", "192.0.2.5", "device", "device-1"));
        assertThat(engine.calls("POST", "/api/v1/me/confirm").getLast().text()).contains("\"address\":\"192.0.2.5\"");
    }

    @Test
    void shouldSayNothingOfTheBrowserWithoutAKey() {
        client.signIn("anna", "her password", new Browser("192.0.2.5", "device-1"));
        var signIn = engine.calls("POST", "/api/v1/sessions").getLast();
        assertThat(signIn.designerKey()).isEmpty();
        assertThat(signIn.body()).doesNotContainKey("client");
    }

    @Test
    void shouldReadEveryPageOfAListThatOneAnswerDoesNotHold() {
        // given
        record Named(String key) {}
        engine.answer(
                "GET /api/v1/segments",
                call -> call.query().contains("cursor=c2")
                        ? "{\"items\":[{\"key\":\"c\"}],\"next\":null}"
                        : "{\"items\":[{\"key\":\"a\"},{\"key\":\"b\"}],\"next\":\"c2\"}");
        var token = client.signIn("anna", "her password", Browser.UNKNOWN).token();

        // when
        var all = client.all(token, ApiPath.of("/segments"), Named.class);

        // then
        assertThat(all).extracting(Named::key).containsExactly("a", "b", "c");
    }

    @Test
    void shouldNotReadAListForEver() {
        // given
        record Named(String key) {}
        engine.answer("GET /api/v1/segments", call -> "{\"items\":[],\"next\":\"more\"}");
        var token = client.signIn("anna", "her password", Browser.UNKNOWN).token();

        // when
        client.all(token, ApiPath.of("/segments"), Named.class);

        // then
        assertThat(engine.calls("GET", "/api/v1/segments")).hasSize(10);
    }

    @Test
    void shouldTellAWrongPasswordFromTooManyTries() {
        // given
        engine.delay("bert");

        // then
        assertThatThrownBy(() -> client.signIn("anna", "wrong", Browser.UNKNOWN))
                .isInstanceOf(SignedOut.class);
        assertThatExceptionOfType(TooManyTries.class)
                .isThrownBy(() -> client.signIn("bert", "any", Browser.UNKNOWN))
                .satisfies(delayed -> assertThat(delayed.retryAfter()).isEqualTo(Duration.ofSeconds(17)));
    }

    @Test
    void shouldCarryTheEnginesOwnWordsWhenItRefuses() {
        // given
        var token = client.signIn("anna", "her password", Browser.UNKNOWN).token();

        // then
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> client.changePassword(token, "her password", "short", Browser.UNKNOWN))
                .satisfies(refused -> {
                    assertThat(refused.problem().status()).isEqualTo(422);
                    assertThat(refused.problem().errors())
                            .containsExactly(
                                    new Problem.FieldError("new", "size", "A password has at least 10 characters."));
                });
    }

    @Test
    void shouldNotTakeASearchThatTookTooLongForAnEngineThatIsAway() {
        // given
        engine.reply(
                "GET /api/v1/segments",
                call -> new Answer(
                        503,
                        "application/problem+json",
                        "{\"type\":\"urn:usher:problem:search-took-too-long\",\"detail\":\"ask for less\"}",
                        ""));
        engine.refuse("GET /api/v1/orders", 503, "not now");
        var token = client.signIn("anna", "her password", Browser.UNKNOWN).token();

        // then
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> client.all(token, ApiPath.of("/segments"), Map.class))
                .satisfies(refused -> assertThat(refused.problem().text()).isEqualTo("ask for less"));
        assertThatThrownBy(() -> client.all(token, ApiPath.of("/orders"), Map.class))
                .isInstanceOf(Away.class);
    }

    @Test
    void shouldReadHealthAlsoWhileTheEngineWaits() {
        // given
        engine.storeIs("DOWN");

        // when
        var health = client.health();
        var details = client.health(
                client.signIn("anna", "her password", Browser.UNKNOWN).token());

        // then: anybody learns which part is not well, who may read learns more
        assertThat(health.isUp()).isFalse();
        assertThat(health.waitsFor()).isEqualTo(List.of("mongo"));
        assertThat(health.parts().get("zeebe").details()).isEmpty();
        assertThat(details.waitsFor()).isEqualTo(List.of("mongo"));
        assertThat(details.parts().get("zeebe").details()).containsEntry("partitions", "2");
    }

    @Test
    void shouldReadTheVersionFromTheOpenApiDocument() {
        assertThat(client.version()).contains("7.7.7");
    }

    @Test
    void shouldSayAwayWhenNobodyListens() {
        // given
        engine.goAway();

        // then
        assertThatThrownBy(client::health).isInstanceOf(Away.class);
        assertThatThrownBy(() -> client.signIn("anna", "her password", Browser.UNKNOWN))
                .isInstanceOf(Away.class);
    }

    @Test
    void shouldSayAwayWhenTheAnswerDoesNotComeInTime() {
        // given
        var impatient = client(engine.url(), Duration.ofMillis(200));
        var gate = engine.hold();

        // then
        assertThatThrownBy(impatient::health).isInstanceOf(Away.class);
        gate.countDown();
    }

    @Test
    void shouldEndTheSessionInTheEngine() {
        // given
        var token = client.signIn("anna", "her password", Browser.UNKNOWN).token();

        // when
        client.signOut(token);

        // then
        assertThatThrownBy(() -> client.me(token)).isInstanceOf(SignedOut.class);
    }

    @Test
    void shouldReadAndSaveADocumentWithItsTag() {
        // given
        var token = client.signIn("anna", "her password", Browser.UNKNOWN).token();
        var draft = ApiPath.of("/workflows/{id}/draft", "w1");
        engine.reply("GET /api/v1/workflows/w1/draft", call -> Answer.xml("<drawing name='Grüße'/>", "t1"));
        engine.reply("PUT /api/v1/workflows/w1/draft", call -> Answer.saved("t2"));

        // when
        var read = client.getXml(token, draft);
        var saved = client.putXml(token, draft, read.body(), read.etag());

        // then
        assertThat(read).isEqualTo(new Tagged("<drawing name='Grüße'/>", "t1"));
        assertThat(saved).isEqualTo("t2");
        assertThat(engine.calls("PUT", "/api/v1/workflows/w1/draft"))
                .singleElement()
                .satisfies(call -> {
                    assertThat(call.text()).isEqualTo("<drawing name='Grüße'/>");
                    assertThat(call.ifMatch()).isEqualTo("\"t1\"");
                });
    }

    @Test
    void shouldSayWhoseDocumentIsThereWhenItIsNotTheExpectedOne() {
        // given
        var token = client.signIn("anna", "her password", Browser.UNKNOWN).token();
        engine.reply("PUT /api/v1/workflows/w1/draft", call -> Answer.stale("t9", "Bert changed it at 14:02"));

        // then
        assertThatExceptionOfType(Stale.class)
                .isThrownBy(() -> client.putXml(token, ApiPath.of("/workflows/{id}/draft", "w1"), "<drawing/>", "t1"))
                .satisfies(stale -> {
                    assertThat(stale.etag()).isEqualTo("t9");
                    assertThat(stale.detail()).isEqualTo("Bert changed it at 14:02");
                });
    }

    @Test
    void shouldChangeAndTakeAway() {
        // given
        record Named(String name) {}
        var token = client.signIn("anna", "her password", Browser.UNKNOWN).token();
        var path = ApiPath.of("/workflows/{id}", "w1");
        engine.answer("PUT /api/v1/workflows/w1", call -> call.text());
        engine.reply("DELETE /api/v1/workflows/w1", call -> Answer.saved(""));

        // when
        var named = client.put(token, path, new Named("Welcome"), Named.class);
        client.delete(token, path);

        // then
        assertThat(named.name()).isEqualTo("Welcome");
        assertThat(engine.calls("DELETE", "/api/v1/workflows/w1")).hasSize(1);
    }

    static EngineClient client(URI url, Duration read) {
        return client(url, read, "");
    }

    private static EngineClient client(URI url, Duration read, String key) {
        return new EngineClient(
                new EngineProperties(url, url, Duration.ofSeconds(2), read, Duration.ofMillis(50), key));
    }
}
