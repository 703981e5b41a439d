package io.usher.designer.engine;

import io.usher.designer.engine.EngineException.Away;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.client.RestClientException;

/**
 * Every call of the designer to the engine. It holds no session: who calls is an argument, and all failures are an
 * {@link EngineException}. Calls block, so they belong on a virtual thread and never under a session's lock.
 */
@Component
public class EngineClient {

    private static final String API = "/api/v1";

    private final RestClient http;

    public EngineClient(EngineProperties properties) {
        var jdk = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(properties.connectTimeout())
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
        var factory = new JdkClientHttpRequestFactory(jdk);
        factory.setReadTimeout(properties.readTimeout());
        http = RestClient.builder()
                .baseUrl(properties.url().toString())
                .requestFactory(factory)
                .build();
    }

    /** Opens a session; a wrong password is {@link EngineException.SignedOut}. */
    public Session signIn(String user, String password) {
        record Answer(String token, boolean mustChangePassword) {}
        var answer = read(
                call(HttpMethod.POST, "/sessions", null).body(Map.of("user", user, "password", password)),
                Answer.class);
        return new Session(new SessionToken(answer.token()), answer.mustChangePassword());
    }

    public void signOut(SessionToken token) {
        send(call(HttpMethod.DELETE, "/sessions/current", token));
    }

    public void changePassword(SessionToken token, String current, String fresh) {
        send(call(HttpMethod.PUT, "/me/password", token).body(Map.of("current", current, "new", fresh)));
    }

    public Person me(SessionToken token) {
        return read(call(HttpMethod.GET, "/me", token), Person.class);
    }

    /** Reads something under the API. */
    public <T> T get(SessionToken token, ApiPath path, Class<T> type) {
        var call = http.get().uri(API + path.template(), path.values()).headers(as(token));
        return read(call, type);
    }

    /** Asks the engine to do something; its answer is what has become of it. */
    public <T> T post(SessionToken token, ApiPath path, Object body, Class<T> type) {
        var call = http.post()
                .uri(API + path.template(), path.values())
                .contentType(MediaType.APPLICATION_JSON)
                .headers(as(token))
                .body(body);
        return read(call, type);
    }

    /** The health, also when it is not good (the engine answers 503 with the same body). */
    public Health health() {
        return exchange(
                        http.get().uri("/actuator/health"),
                        status -> status.is2xxSuccessful() || status.isSameCodeAs(HttpStatus.SERVICE_UNAVAILABLE),
                        Health.Wire.class)
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

    private RestClient.RequestBodySpec call(HttpMethod method, String path, @Nullable SessionToken token) {
        var call = http.method(method).uri(API + path).contentType(MediaType.APPLICATION_JSON);
        return token == null ? call : call.headers(as(token));
    }

    private static Consumer<HttpHeaders> as(SessionToken token) {
        return headers -> headers.setBearerAuth(token.value());
    }

    private static <T> T read(RestClient.RequestHeadersSpec<?> call, Class<T> type) {
        return exchange(call, HttpStatusCode::is2xxSuccessful, type).orElseThrow(EngineClient::empty);
    }

    private static void send(RestClient.RequestHeadersSpec<?> call) {
        exchange(call, HttpStatusCode::is2xxSuccessful, null);
    }

    private static <T> Optional<T> exchange(
            RestClient.RequestHeadersSpec<?> call, Predicate<HttpStatusCode> isAnswer, @Nullable Class<T> type) {
        try {
            return call.exchangeForRequiredValue((request, response) -> {
                if (!isAnswer.test(response.getStatusCode()) || isNotJson(response, type)) {
                    throw Failures.of(response);
                }
                return type == null ? Optional.<T>empty() : Optional.ofNullable(response.bodyTo(type));
            });
        } catch (ResourceAccessException e) {
            throw new Away("The engine does not answer", e);
        } catch (RestClientException e) {
            throw new Away("The engine's answer could not be read", e);
        }
    }

    private static Away empty() {
        return new Away("The engine's answer was empty", null);
    }

    private static boolean isNotJson(ClientHttpResponse response, @Nullable Class<?> type) {
        var sent = response.getHeaders().getContentType();
        return type != null && (sent == null || !sent.getSubtype().endsWith("json"));
    }
}
