package io.usher.engine.event.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usher.engine.platform.json.JsonValues;
import io.usher.engine.shared.ProblemException;
import io.usher.engine.shared.WorkspaceId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class EventBodyTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void shouldReadParamsAsListAndAsObjectAlike() {
        var list = read(
                "{\"eventTypeKey\":\"t\",\"params\":[{\"name\":\"a.b\",\"value\":1},{\"name\":\"$c\",\"value\":null}]}");
        var object = read("{\"eventTypeKey\":\"t\",\"params\":{\"a.b\":1,\"$c\":null}}");
        var alias = read("{\"eventTypeKey\":\"t\",\"eventParams\":{\"a.b\":1,\"$c\":null}}");

        assertThat(list.event()).isEqualTo(object.event()).isEqualTo(alias.event());
        assertThat(list.event().params().values()).containsEntry("a.b", 1L).containsEntry("$c", null);
    }

    @Test
    void shouldLetTheLastOfRepeatedParamsWinWithAWarning() {
        var read =
                read("{\"eventTypeKey\":\"t\",\"params\":[{\"name\":\"a\",\"value\":1},{\"name\":\"a\",\"value\":2}]}");

        assertThat(read.event().params().values()).isEqualTo(Map.of("a", 2L));
        assertThat(read.warnings()).singleElement().asString().contains("a came more than once");
    }

    @Test
    void shouldTakeTheIdempotencyKeyWhenTheBodyHasNoId() {
        assertThat(read("{\"eventTypeKey\":\"t\"}", "k1").event().id().value()).isEqualTo("k1");
        assertThat(read("{\"eventTypeKey\":\"t\",\"id\":\"own\"}", "k1")
                        .event()
                        .id()
                        .value())
                .isEqualTo("own");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|eventTypeKey|required",
                "{\"eventTypeKey\":\"\"}|eventTypeKey|required",
                "{\"eventTypeKey\":\"a<b\"}|eventTypeKey|characters",
                "{\"eventTypeKey\":true}|eventTypeKey|type",
                "{\"eventTypeKey\":\"t\",\"keyValue\":\"a\\u0007b\"}|keyValue|characters",
                "{\"eventTypeKey\":\"a\\tb\"}|eventTypeKey|characters",
                "{\"eventTypeKey\":\"t\",\"params\":\"x\"}|params|type",
                "{\"eventTypeKey\":\"t\",\"params\":[1]}|params[0]|type",
                "{\"eventTypeKey\":\"t\",\"params\":[{\"value\":1}]}|params[0].name|required",
                "{\"eventTypeKey\":\"t\",\"params\":{\"d\":[[[[[[[[[1]]]]]]]]]}}|params.d|depth",
                "{\"eventTypeKey\":\"t\",\"history\":\"yes\"}|history|type",
                "{\"eventTypeKey\":\"t\",\"occurredAt\":\"2026-03-01T12:00:00\"}|occurredAt|format",
                "{\"eventTypeKey\":\"t\",\"occurredAt\":\"2026-03-01T12:06:00Z\"}|occurredAt|future"
            })
    void shouldNameTheFieldAndTheRuleThatIsBroken(String json, String field, String rule) {
        assertThatThrownBy(() -> read(json)).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().status()).isEqualTo(400);
            assertThat(e.problem().errors()).singleElement().satisfies(error -> {
                assertThat(error.field()).isEqualTo(field);
                assertThat(error.rule()).isEqualTo(rule);
            });
        });
    }

    @ParameterizedTest
    @CsvSource({"eventTypeKey, 100", "keyValue, 300"})
    void shouldTakeKeysUpToTheirLengthAndNotBeyond(String field, int max) {
        var other = field.equals("keyValue") ? "\"eventTypeKey\":\"t\"," : "";
        var json = "{" + other + "\"" + field + "\":\"%s\"}";

        assertThat(read(json.formatted("x".repeat(max)))).isNotNull();
        assertThatThrownBy(() -> read(json.formatted("x".repeat(max + 1)))).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026/0001", "o'neill@example.org", "a, b; c?", "<\"5 %\">", "..", "åäö 🎟️", "back\\slash"})
    void shouldTakeAnyVisibleTextAsTheEventsKey(String key) {
        var read = read(JsonMapper.shared().writeValueAsString(Map.of("eventTypeKey", "t", "keyValue", key)));

        assertThat(read.event().key()).isEqualTo(key);
        assertThat(read.warnings()).isEmpty();
    }

    @Test
    void shouldTakeATypesKeyWithoutSpacesAroundItAndSaySo() {
        var read = read("{\"eventTypeKey\":\" orderPaid\\u200b \"}");

        assertThat(read.event().type().value()).isEqualTo("orderPaid");
        assertThat(read.warnings()).singleElement().asString().contains("eventTypeKey was taken as \"orderPaid\"");
    }

    private static EventBody.Read read(String json) {
        return read(json, null);
    }

    private static EventBody.Read read(String json, @Nullable String idempotencyKey) {
        var value = JsonValues.read(json.getBytes(StandardCharsets.UTF_8));
        return EventBody.read(new WorkspaceId("w"), value, idempotencyKey, "test", NOW);
    }
}
