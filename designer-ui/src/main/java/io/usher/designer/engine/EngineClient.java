package io.usher.designer.engine;

import io.usher.designer.engine.EngineException.Away;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClient.RequestHeadersSpec.ConvertibleClientHttpResponse;
import org.springframework.web.client.RestClientException;

/**
 * Every call of the designer to the engine. It holds no session: who calls is an argument, and all failures are an
 * {@link EngineException}. Calls block, so they belong on a virtual thread and never under a session's lock.
 */
@Component
public class EngineClient {

    private static final String HEALTH = "/actuator/health";
    private static final String API = "/api/v1";
    private static final String DESIGNER_KEY = "X-Usher-Designer-Key";
    private static final MediaType MERGE_PATCH = MediaType.parseMediaType("application/merge-patch+json");
    private static final int PAGE = 200;
    private static final int MOST_PAGES = 10;

    private final RestClient http;
    private final String key;
    private final String url;

    public EngineClient(EngineProperties properties) {
        url = properties.url().toString();
        var jdk = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(properties.connectTimeout())
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
        var factory = new JdkClientHttpRequestFactory(jdk);
        factory.setReadTimeout(properties.readTimeout());
        key = properties.key();
        http = RestClient.builder()
                .baseUrl(url)
                .requestFactory(factory)
                .defaultRequest(call -> Reader.now().ifPresent(reader -> call.headers(read(reader))))
                .build();
    }

    /** In which language sentences are answered, and by whose clock. */
    private static Consumer<HttpHeaders> read(Reader reader) {
        return headers -> {
            headers.set(HttpHeaders.ACCEPT_LANGUAGE, reader.locale().toLanguageTag());
            headers.set("Prefer", "timezone=\"" + reader.zone().getId() + "\"");
        };
    }

    /** Opens a session; a wrong password is {@link EngineException.SignedOut}. */
    public Session signIn(String user, String password, Browser browser) {
        record Answer(String token, @Nullable String device, boolean mustChangePassword) {}
        var call = call(HttpMethod.POST, "/sessions", null);
        var answer = read(of(browser, call, Map.of("user", user, "password", password)), Answer.class);
        return new Session(
                new SessionToken(answer.token()), answer.mustChangePassword(), Optional.ofNullable(answer.device()));
    }

    public void signOut(SessionToken token) {
        send(call(HttpMethod.DELETE, "/sessions/current", token));
    }

    public void changePassword(SessionToken token, String current, String fresh, Browser browser) {
        send(of(browser, call(HttpMethod.PUT, "/me/password", token), Map.of("current", current, "new", fresh)));
    }

    /** Types the own password once more, after a call was refused with {@link Problem#CONFIRM_PASSWORD}. */
    public void confirmPassword(SessionToken token, String password, Browser browser) {
        send(of(browser, call(HttpMethod.POST, "/me/confirm", token), Map.of("password", password)));
    }

    public Person me(SessionToken token) {
        return read(call(HttpMethod.GET, "/me", token), Person.class);
    }

    /** Reads something under the API. */
    public <T> T get(SessionToken token, ApiPath path, Class<T> type) {
        var call = http.get().uri(at(path)).headers(as(token));
        return read(call, type);
    }

    /** Every row of a list, page by page, as far as somebody can still choose among them (ten pages of 200). */
    public <R> List<R> all(SessionToken token, ApiPath path, Class<R> row) {
        ParameterizedTypeReference<Page<R>> type = ParameterizedTypeReference.forType(
                ResolvableType.forClassWithGenerics(Page.class, row).getType());
        var rows = new ArrayList<R>();
        var cursor = Optional.<String>empty();
        for (int page = 0; page == 0 || (page < MOST_PAGES && cursor.isPresent()); page++) {
            var part = path.with("limit", String.valueOf(PAGE)).with("cursor", cursor);
            var call = http.get().uri(at(part)).headers(as(token));
            var answer = exchange(call, HttpStatusCode::is2xxSuccessful, json(response -> response.bodyTo(type)))
                    .orElseThrow(EngineClient::empty);
            rows.addAll(Objects.requireNonNullElse(answer.items(), List.of()));
            cursor = Optional.ofNullable(answer.next());
        }
        return rows;
    }

    /** Asks the engine to do something; its answer is what has become of it. */
    public <T> T post(SessionToken token, ApiPath path, Object body, Class<T> type) {
        var call = http.post()
                .uri(at(path))
                .contentType(MediaType.APPLICATION_JSON)
                .headers(as(token))
                .body(body);
        return read(call, type);
    }

    /** Puts something in the place of what is there; the answer is what has become of it. */
    public <T> T put(SessionToken token, ApiPath path, Object body, Class<T> type) {
        var call = http.put()
                .uri(at(path))
                .contentType(MediaType.APPLICATION_JSON)
                .headers(as(token))
                .body(body);
        return read(call, type);
    }

    /** Reads something with the tag that a later change names. */
    public <T> Versioned<T> getVersioned(SessionToken token, ApiPath path, Class<T> type) {
        var call = http.get().uri(at(path)).headers(as(token));
        return versioned(call, type);
    }

    /** As {@link #post}, with the tag of the answer. */
    public <T> Versioned<T> postVersioned(SessionToken token, ApiPath path, Object body, Class<T> type) {
        var call = http.post()
                .uri(at(path))
                .contentType(MediaType.APPLICATION_JSON)
                .headers(as(token))
                .body(body);
        return versioned(call, type);
    }

    /** As {@link #post}, if there is still what has this tag, else {@link EngineException.Stale}. */
    public <T> T postOn(SessionToken token, ApiPath path, String etag, Object body, Class<T> type) {
        return read(on(HttpMethod.POST, token, path, etag).body(body), type);
    }

    /** As {@link #put}, if there is still what has this tag, else {@link EngineException.Stale}. */
    public <T> T putOn(SessionToken token, ApiPath path, String etag, Object body, Class<T> type) {
        return read(on(HttpMethod.PUT, token, path, etag).body(body), type);
    }

    /** Changes the named fields of what has this tag, else {@link EngineException.Stale}; with the tag of the answer. */
    public <T> Versioned<T> patchOn(
            SessionToken token, ApiPath path, String etag, Map<String, @Nullable Object> fields, Class<T> type) {
        return versioned(
                on(HttpMethod.PATCH, token, path, etag).contentType(MERGE_PATCH).body(fields), type);
    }

    private RestClient.RequestBodySpec on(HttpMethod method, SessionToken token, ApiPath path, String etag) {
        return http.method(method)
                .uri(at(path))
                .contentType(MediaType.APPLICATION_JSON)
                .headers(as(token))
                .header(HttpHeaders.IF_MATCH, Tagged.quoted(etag));
    }

    public void delete(SessionToken token, ApiPath path) {
        send(http.delete().uri(at(path)).headers(as(token)));
    }

    /** Reads a document, with the tag that a later {@link #putXml} names. */
    public Tagged getXml(SessionToken token, ApiPath path) {
        var call = http.get()
                .uri(at(path))
                .accept(MediaType.APPLICATION_XML, MediaType.APPLICATION_PROBLEM_JSON)
                .headers(as(token));
        return exchange(call, HttpStatusCode::is2xxSuccessful, Tagged::of).orElseThrow(EngineClient::empty);
    }

    /** Saves a document over the one with this tag; {@link EngineException.Stale} when another one is there. */
    public String putXml(SessionToken token, ApiPath path, String xml, String ifMatch) {
        var call = http.put()
                .uri(at(path))
                .contentType(MediaType.APPLICATION_XML)
                .accept(MediaType.APPLICATION_PROBLEM_JSON)
                .headers(as(token))
                .header(HttpHeaders.IF_MATCH, Tagged.quoted(ifMatch))
                .body(XmlText.write(xml));
        return exchange(call, HttpStatusCode::is2xxSuccessful, Tagged::etag).orElseThrow(EngineClient::empty);
    }

    /** What the engine tells anybody: how it is, and which part is not well; without details. */
    public Health health() {
        var whole = health(http.get().uri(HEALTH));
        if (whole.isUp() || !whole.parts().isEmpty()) {
            return whole;
        }
        var parts = new HashMap<String, Health.Part>();
        Health.GROUPS.forEach((group, part) -> parts.put(
                part,
                new Health.Part(health(http.get().uri(HEALTH + "/" + group)).status(), Map.of())));
        return new Health(whole.status(), parts);
    }

    /** The same with the details of each part, for who may read. */
    public Health health(SessionToken token) {
        return health(http.get().uri(HEALTH).headers(as(token)));
    }

    /** Also when it is not good: the engine answers 503 with the same body. */
    private static Health health(RestClient.RequestHeadersSpec<?> call) {
        return exchange(
                        call,
                        status -> status.is2xxSuccessful() || status.isSameCodeAs(HttpStatus.SERVICE_UNAVAILABLE),
                        json(Health.Wire.class))
                .orElseThrow(EngineClient::empty)
                .health();
    }

    /** The version the engine's OpenAPI document names. */
    public Optional<String> version() {
        record Info(@Nullable String version) {}
        record Document(@Nullable Info info) {}
        return Optional.ofNullable(
                        read(http.get().uri("/v3/api-docs"), Document.class).info())
                .map(Info::version);
    }

    private URI at(ApiPath path) {
        return URI.create(url + API + path.encoded());
    }

    private RestClient.RequestBodySpec call(HttpMethod method, String path, @Nullable SessionToken token) {
        var call = http.method(method).uri(API + path).contentType(MediaType.APPLICATION_JSON);
        return token == null ? call : call.headers(as(token));
    }

    /** The call with this body, and with what the engine believes of a browser when it is shown the key. */
    private RestClient.RequestHeadersSpec<?> of(
            Browser browser, RestClient.RequestBodySpec call, Map<String, Object> body) {
        if (key.isBlank()) {
            return call.body(body);
        }
        var said = new LinkedHashMap<String, @Nullable Object>();
        said.put("address", browser.address());
        said.put("device", browser.device());
        var whole = new LinkedHashMap<>(body);
        whole.put("client", said);
        return call.header(DESIGNER_KEY, key).body(whole);
    }

    private static Consumer<HttpHeaders> as(SessionToken token) {
        return headers -> headers.setBearerAuth(token.value());
    }

    private static <T> T read(RestClient.RequestHeadersSpec<?> call, Class<T> type) {
        return exchange(call, HttpStatusCode::is2xxSuccessful, json(type)).orElseThrow(EngineClient::empty);
    }

    private static <T> Versioned<T> versioned(RestClient.RequestHeadersSpec<?> call, Class<T> type) {
        return exchange(
                        call,
                        HttpStatusCode::is2xxSuccessful,
                        response -> json(type)
                                .read(response)
                                .map(value -> new Versioned<>(
                                        value, Tagged.etag(response).orElse(""))))
                .orElseThrow(EngineClient::empty);
    }

    private static void send(RestClient.RequestHeadersSpec<?> call) {
        exchange(call, HttpStatusCode::is2xxSuccessful, response -> Optional.empty());
    }

    private record Page<R>(
            @Nullable List<R> items, @Nullable String next) {}

    /** How a success is read. */
    @FunctionalInterface
    private interface BodyReader<T> {
        Optional<T> read(ConvertibleClientHttpResponse response) throws IOException;
    }

    private static <T> Optional<T> exchange(
            RestClient.RequestHeadersSpec<?> call, Predicate<HttpStatusCode> isAnswer, BodyReader<T> reader) {
        try {
            return call.exchangeForRequiredValue((request, response) -> {
                if (!isAnswer.test(response.getStatusCode())) {
                    throw Failures.of(response);
                }
                return reader.read(response);
            });
        } catch (ResourceAccessException e) {
            throw new Away("The engine does not answer", e);
        } catch (RestClientException e) {
            throw new Away("The engine's answer could not be read", e);
        }
    }

    private static <T> BodyReader<T> json(Class<T> type) {
        return json(response -> response.bodyTo(type));
    }

    private static <T> BodyReader<T> json(Function<ConvertibleClientHttpResponse, @Nullable T> body) {
        return response -> {
            if (isNotJson(response)) {
                throw Failures.of(response);
            }
            return Optional.ofNullable(body.apply(response));
        };
    }

    private static Away empty() {
        return new Away("The engine's answer was empty", null);
    }

    private static boolean isNotJson(ClientHttpResponse response) {
        var sent = response.getHeaders().getContentType();
        return sent == null || !sent.getSubtype().endsWith("json");
    }
}
