package io.usher.engine.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import io.usher.engine.platform.async.UnavailableException;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.ProblemException;
import io.usher.engine.shared.Problems;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.test.StepVerifier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class ProblemMappingTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    record Inner(@Nullable Instant at, int count, @Nullable Colour colour) {}

    record Outer(
            @Nullable String name,
            @Nullable List<Inner> items,
            @Nullable EventTypeKey key) {}

    enum Colour {
        RED,
        BLUE
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name":"x","nmae":1}                  | nmae             | unknown | "nmae" is not a known field
            {"items":[{"count":1,"cuont":1}]}      | items[0].cuont   | unknown | "cuont" is not a known field
            {"items":[{"at":"yesterday"}]}         | items[0].at      | type    | items[0].at is not a time such as 2026-01-31T09:30:00Z
            {"items":[{"count":"many"}]}           | items[0].count   | type    | items[0].count is not a whole number
            {"items":[{"colour":"GREEN"}]}         | items[0].colour  | type    | items[0].colour is not one of RED, BLUE
            {"items":{}}                           | items            | type    | items is not a list
            {"name":["a"]}                         | name             | type    | name is not a text
            []                                     | ''               | type    | The body is not an object
            {"name":                               | ''               | json    | This is not JSON
            """)
    void shouldNameTheFieldAndTheRuleOfJsonThatCannotBeRead(String json, String field, String rule, String message) {
        var problem = ProblemMapping.problemOf(unreadable(json));
        assertThat(problem.status()).isEqualTo(400);
        var error = problem.errors().getFirst();
        assertThat(error.field()).isEqualTo(field);
        assertThat(error.rule()).isEqualTo(rule);
        assertThat(error.message()).startsWith(message);
    }

    @Test
    void shouldNeverNameAClass() {
        for (var json : List.of("[]", "{\"items\":3}", "{\"items\":[{\"colour\":1.5}]}", "{\"key\":{}}", "nope", "")) {
            assertThat(ProblemMapping.problemOf(unreadable(json)).toString())
                    .as(json)
                    .doesNotContain("io.usher", "java.", "tools.jackson", "Outer", "Inner", "Colour");
        }
    }

    @Test
    void shouldKeepTheProblemOfAnIdThatCannotBe() {
        assertThatThrownBy(() -> new EventTypeKey("k".repeat(401)))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem().status()).isEqualTo(400);
                    assertThat(refused.problem().errors().getFirst().field()).isEqualTo("eventTypeKey");
                });
    }

    @Test
    void shouldSayTryAgainWhenAServerIsAway() {
        for (var failure : List.of(
                new MongoTimeoutException("no server"),
                new IllegalStateException(new UnavailableException("late", new RuntimeException())))) {
            assertThat(ProblemMapping.problemOf(failure).status()).isEqualTo(503);
        }
        var exchange = answered(new MongoTimeoutException("no server at mongodb://user:password@host"));
        assertThat(exchange.getResponse().getHeaders().getFirst("Retry-After")).isEqualTo("2");
        assertThat(body(exchange)).doesNotContain("password");
    }

    @Test
    void shouldSayThatASearchTookTooLong() {
        var problem = ProblemMapping.problemOf(new MongoExecutionTimeoutException(50, "operation exceeded time limit"));

        assertThat(problem.status()).isEqualTo(503);
        assertThat(problem.code()).isEqualTo("search-took-too-long");
        assertThat(problem.detail()).contains("ask for less");
    }

    @Test
    void shouldSayWhenTheNextTryIsPossible() {
        var exchange = answered(Problems.tooMany("slow-down", "Slow down", Duration.ofSeconds(7)));
        assertThat(exchange.getResponse().getStatusCode().value()).isEqualTo(429);
        assertThat(exchange.getResponse().getHeaders().getFirst("Retry-After")).isEqualTo("7");
    }

    @Test
    void shouldCallADuplicateAConflict() {
        var duplicate = new MongoWriteException(
                new WriteError(11000, "E11000 users name_1", new BsonDocument()), new ServerAddress(), Set.of());
        var problem = ProblemMapping.problemOf(duplicate);
        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.toString()).doesNotContain("E11000", "name_1");
    }

    @Test
    void shouldCallATooLargeBody413() {
        assertThat(ProblemMapping.problemOf(new DataBufferLimitException("Exceeded limit"))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void shouldTellNothingOfAnUnexpectedFailureButItsRequestId() {
        var exchange = answered(new IllegalArgumentException("secret inside"));
        assertThat(exchange.getResponse().getStatusCode().value()).isEqualTo(500);
        assertThat(body(exchange)).doesNotContain("secret", "Exception").contains("\"requestId\":\"");
    }

    private static Throwable unreadable(String json) {
        try {
            JSON.readValue(json, Outer.class);
        } catch (JacksonException e) {
            return e;
        }
        throw new AssertionError("This could be read: " + json);
    }

    private static MockServerWebExchange answered(Throwable failure) {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/api/v1/things"));
        StepVerifier.create(new ProblemHandler(new ProblemAnswers(JSON)).handle(exchange, failure))
                .verifyComplete();
        return exchange;
    }

    private static String body(MockServerWebExchange exchange) {
        return String.valueOf(exchange.getResponse().getBodyAsString().block(Duration.ofSeconds(5)));
    }
}
