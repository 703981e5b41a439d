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
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

class EngineHttpTest {

    private final FakeEngine engine = new FakeEngine();
    private final EngineProperties properties = properties(engine.url(), Duration.ofSeconds(10), "");
    private final AccountClient client = account(properties);
    private final HealthClient state = EngineHttp.client(properties, HealthClient.class);
    private final Things things = EngineHttp.client(properties, Things.class);

    private record Named(String key, String name) {}

    /** A resource as the screens have theirs. */
    @HttpExchange("/api/v1")
    interface Things {

        @GetExchange("/segments")
        Page<Named> segments(SessionToken token, Query asked);

        @GetExchange("/orders")
        Page<Named> orders(SessionToken token, Query asked);

        @GetExchange(url = "/workflows/{id}/draft", accept = "application/xml")
        Tagged draft(SessionToken token, @PathVariable String id);

        @PutExchange(url = "/workflows/{id}/draft", contentType = "application/xml")
        HttpHeaders save(SessionToken token, @PathVariable String id, IfMatch draft, @RequestBody byte[] xml);

        @GetExchange("/workflows/{id}")
        Versioned<Named> read(SessionToken token, @PathVariable String id);

        @PutExchange("/workflows/{id}")
        Named change(SessionToken token, @PathVariable String id, @RequestBody Named named);

        @PatchExchange(url = "/workflows/{id}", contentType = EngineHttp.MERGE_PATCH)
        Versioned<Named> patch(
                SessionToken token, @PathVariable String id, IfMatch seen, @RequestBody Map<String, Object> fields);

        @DeleteExchange("/workflows/{id}")
        void delete(SessionToken token, @PathVariable String id);

        @PostExchange("/events/{id}/send-again")
        Named sendAgain(SessionToken token, @PathVariable String id);
    }

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
    void shouldSayWhichBrowserItIsToAnEngineThatBelievesIt() {
        // given
        var known = account(properties(engine.url(), Duration.ofSeconds(10), "the designer's key"));

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
        engine.answer(
                "GET /api/v1/segments",
                call -> call.query().contains("cursor=c2")
                        ? "{\"items\":[{\"key\":\"c\"}],\"next\":null}"
                        : "{\"items\":[{\"key\":\"a\"},{\"key\":\"b\"}],\"next\":\"c2\"}");
        var token = client.signIn("anna", "her password", Browser.UNKNOWN).token();

        // when
        var all = Page.all(part -> things.segments(token, part));

        // then
        assertThat(all).extracting(Named::key).containsExactly("a", "b", "c");
    }

    @Test
    void shouldNotReadAListForEver() {
        // given
        engine.answer("GET /api/v1/segments", call -> "{\"items\":[],\"next\":\"more\"}");
        var token = client.signIn("anna", "her password", Browser.UNKNOWN).token();

        // when
        Page.all(part -> things.segments(token, part));

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
                .isThrownBy(() -> things.segments(token, Query.none()))
                .satisfies(refused -> assertThat(refused.problem().text()).isEqualTo("ask for less"));
        assertThatThrownBy(() -> things.orders(token, Query.none())).isInstanceOf(Away.class);
    }

    @Test
    void shouldReadHealthAlsoWhileTheEngineWaits() {
        // given
        engine.storeIs("DOWN");

        // when
        var health = state.health();
        var details = state.health(
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
        assertThat(state.version()).contains("7.7.7");
    }

    @Test
    void shouldSayAwayWhenNobodyListens() {
        // given
        engine.goAway();

        // then
        assertThatThrownBy(state::health).isInstanceOf(Away.class);
        assertThatThrownBy(() -> client.signIn("anna", "her password", Browser.UNKNOWN))
                .isInstanceOf(Away.class);
    }

    @Test
    void shouldSayAwayWhenTheAnswerDoesNotComeInTime() {
        // given
        var impatient = EngineHttp.client(properties(engine.url(), Duration.ofMillis(200), ""), HealthClient.class);
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
        engine.reply("GET /api/v1/workflows/w1/draft", call -> Answer.xml("<drawing name='Grüße'/>", "t1"));
        engine.reply("PUT /api/v1/workflows/w1/draft", call -> Answer.saved("t2"));

        // when
        var read = things.draft(token, "w1");
        var saved = Tagged.etag(things.save(token, "w1", new IfMatch(read.etag()), XmlText.write(read.body())));

        // then
        assertThat(read).isEqualTo(new Tagged("<drawing name='Grüße'/>", "t1"));
        assertThat(saved).contains("t2");
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
                .isThrownBy(() -> things.save(token, "w1", new IfMatch("t1"), XmlText.write("<drawing/>")))
                .satisfies(stale -> {
                    assertThat(stale.etag()).isEqualTo("t9");
                    assertThat(stale.detail()).isEqualTo("Bert changed it at 14:02");
                });
    }

    @Test
    void shouldChangeAndTakeAway() {
        // given
        var token = client.signIn("anna", "her password", Browser.UNKNOWN).token();
        engine.answer("PUT /api/v1/workflows/w1", call -> call.text());
        engine.reply("DELETE /api/v1/workflows/w1", call -> Answer.saved(""));

        // when
        var named = things.change(token, "w1", new Named("w", "Welcome"));
        things.delete(token, "w1");

        // then
        assertThat(named.name()).isEqualTo("Welcome");
        assertThat(engine.calls("DELETE", "/api/v1/workflows/w1")).hasSize(1);
    }

    @Test
    void shouldSendWhatItSendsAsWhatItIs() {
        // given
        var token = client.signIn("anna", "her password", Browser.UNKNOWN).token();
        engine.reply("PATCH /api/v1/workflows/w1", call -> new Answer(200, "application/json", "{}", "t2"));
        engine.reply("PUT /api/v1/workflows/w1/draft", call -> Answer.saved("t2"));
        engine.answer("PUT /api/v1/workflows/w1", call -> call.text());

        // when
        var patched = things.patch(token, "w1", new IfMatch("t1"), Map.of("name", "Welcome"));
        things.save(token, "w1", new IfMatch("*"), XmlText.write("<drawing/>"));
        things.change(token, "w1", new Named("w", "Welcome"));

        // then
        assertThat(patched.etag()).isEqualTo("t2");
        var patch = engine.calls("PATCH", "/api/v1/workflows/w1").getLast();
        assertThat(patch.contentType()).isEqualTo("application/merge-patch+json");
        assertThat(patch.ifMatch()).isEqualTo("\"t1\"");
        assertThat(patch.body()).isEqualTo(Map.of("name", "Welcome"));
        var saved = engine.calls("PUT", "/api/v1/workflows/w1/draft").getLast();
        assertThat(saved.contentType()).isEqualTo("application/xml");
        assertThat(saved.ifMatch()).isEqualTo("*");
        assertThat(engine.calls("PUT", "/api/v1/workflows/w1").getLast().contentType())
                .isEqualTo("application/json");
    }

    @Test
    void shouldReadSomethingWithItsTag() {
        // given
        var token = client.signIn("anna", "her password", Browser.UNKNOWN).token();
        engine.reply(
                "GET /api/v1/workflows/w1",
                call -> new Answer(200, "application/json", "{\"key\":\"w\",\"name\":\"Welcome\"}", "t7"));

        // then
        assertThat(things.read(token, "w1")).isEqualTo(new Versioned<>(new Named("w", "Welcome"), "t7"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026/0001, /events/2026%2F0001/send-again",
        "50%, /events/50%25/send-again",
        "a;b?c#d, /events/a%3Bb%3Fc%23d/send-again",
        "a+b c, /events/a%2Bb%20c/send-again",
        ".., /events/%2E%2E/send-again",
        "., /events/%2E/send-again",
        "a..b, /events/a..b/send-again",
        "{id}, /events/%7Bid%7D/send-again",
        "å*, /events/%C3%A5%2A/send-again",
        "back\\slash$1, /events/back%5Cslash%241/send-again"
    })
    void shouldKeepWhateverIsInAnIdInItsOwnPartOfThePath(String id, String path) {
        var address = new EnginePaths("http://engine").expand("/events/{id}/send-again", Map.of("id", id));

        assertThat(address).hasToString("http://engine" + path);
        assertThat(address.normalize()).hasToString("http://engine" + path);
    }

    @Test
    void shouldEncodeWhatAListIsAskedFor() {
        // given
        var token = client.signIn("anna", "her password", Browser.UNKNOWN).token();
        engine.answer(
                "GET /api/v1/segments",
                call -> "{\"items\":[],\"since\":\"" + call.query().length() + "\"}");

        // when
        things.segments(token, Query.none().with("type", "a&b=c+ %").with("key", Optional.empty()));

        // then: the server has read it as it was meant
        assertThat(engine.calls("GET", "/api/v1/segments").getLast().query()).isEqualTo("type=a&b=c+ %");
    }

    @Test
    void shouldMakeEachCallWithTheTokenItWasGivenHoweverManyRunAtOnce() throws Exception {
        // given
        engine.add("bert", "his password", false);
        var anna = client.signIn("anna", "her password", Browser.UNKNOWN).token();
        var bert = client.signIn("bert", "his password", Browser.UNKNOWN).token();
        engine.answer("GET /api/v1/segments", call -> "{\"items\":[]}");
        var gate = engine.hold();

        // when
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                int at = i;
                threads.submit(() -> things.segments(
                        at % 2 == 0 ? anna : bert, Query.none().with("by", at % 2 == 0 ? "anna" : "bert")));
            }
            gate.countDown();
        }

        // then
        assertThat(engine.calls("GET", "/api/v1/segments"))
                .hasSize(50)
                .allSatisfy(call -> assertThat(call.authorization())
                        .isEqualTo("Bearer " + (call.query().equals("by=anna") ? anna : bert).value()));
    }

    @Test
    void shouldAskEveryResourceInSomebodysName() throws Exception {
        // given: open to everybody, and the sign-in itself
        var open = Set.of("whole", "part", "document", "signIn");

        // then
        assertThat(resources())
                .hasSizeGreaterThan(12)
                .allSatisfy(resource -> assertThat(resource.getDeclaredMethods())
                        .filteredOn(method -> AnnotatedElementUtils.hasAnnotation(method, HttpExchange.class))
                        .filteredOn(method -> !open.contains(method.getName()))
                        .allSatisfy(
                                method -> assertThat(method.getParameterTypes()).startsWith(SessionToken.class)));
    }

    /** What Java lets a proxy see: else the first call of the method would fail. */
    @Test
    void shouldHaveOnlyPublicResourcesWithMethodsOfTheirOwn() throws Exception {
        assertThat(resources())
                .filteredOn(resource -> Stream.of(resource.getMethods()).anyMatch(Method::isDefault))
                .allSatisfy(resource -> assertThat(resource).isPublic())
                .allSatisfy(resource -> assertThat(resource.getMethods())
                        .extracting(Method::getReturnType)
                        .allSatisfy(type -> assertThat(type.isPrimitive() || Modifier.isPublic(type.getModifiers()))
                                .as(type.getName())
                                .isTrue()));
    }

    private static List<Class<?>> resources() throws ClassNotFoundException {
        var found = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
                return definition.getMetadata().isInterface();
            }
        };
        found.addIncludeFilter(
                (reader, factory) -> reader.getAnnotationMetadata().hasAnnotation(HttpExchange.class.getName())
                        || !reader.getAnnotationMetadata()
                                .getAnnotatedMethods(HttpExchange.class.getName())
                                .isEmpty());
        var resources = new ArrayList<Class<?>>();
        for (var resource : found.findCandidateComponents("io.usher.designer")) {
            resources.add(Class.forName(resource.getBeanClassName()));
        }
        return resources;
    }

    private static AccountClient account(EngineProperties properties) {
        return new AccountClient(EngineHttp.client(properties, AccountCalls.class), properties);
    }

    private static EngineProperties properties(URI url, Duration read, String key) {
        return new EngineProperties(url, url, Duration.ofSeconds(2), read, Duration.ofMillis(50), key);
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
    void shouldSayWhoReadsTheAnswerOfCallsMadeSideBySide() {
        // given
        var token = client.signIn("anna", "her password", Browser.UNKNOWN).token();
        var reader = new Reader(Locale.of("sv", "SE"), ZoneId.of("Europe/Stockholm"));

        // when
        ScopedValue.where(Reader.NOW, reader).run(() -> {
            try (var together = new Together()) {
                together.ask(() -> client.me(token)).get();
            }
        });

        // then
        assertThat(engine.calls("GET", "/api/v1/me").getLast().language()).isEqualTo("sv-SE");
    }
}
