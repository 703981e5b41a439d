package io.usher.engine.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usher.engine.shared.ProblemException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonValuesTest {

    @Test
    void shouldKeepWholeNumbersAndDecimalsExact() {
        var values = JsonValues.object(
                bytes("{\"max\":9223372036854775807,\"more\":9223372036854775808,\"price\":10.10,\"tiny\":1e-7}"));

        assertThat(values)
                .containsEntry("max", Long.MAX_VALUE)
                .containsEntry("more", new BigDecimal("9223372036854775808"))
                .containsEntry("price", new BigDecimal("10.10"))
                .containsEntry("tiny", new BigDecimal("1E-7"));
    }

    @Test
    void shouldLetTheLastOfRepeatedNamesWinAndReportItsPath() {
        var read = JsonValues.read(bytes("{\"a\":{\"b\":1,\"b\":2}}"));

        assertThat(read.value()).isEqualTo(Map.of("a", Map.of("b", 2L)));
        assertThat(read.repeated()).containsExactly("a.b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[1,]", "{} {}", "{\"a\":1e99999}", "{\"a\":\"\\ud800\"}", "{\"a\":NaN}", "not json"})
    void shouldRefuseWhatCannotBeKept(String json) {
        assertThatThrownBy(() -> JsonValues.read(bytes(json)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(400));
    }

    @Test
    void shouldFindTheOtherElementsOfAnArrayWhenOneCannotBeKept() {
        var elements = JsonValues.array(bytes("[{\"a\":1},{\"a\":\"\\ud800\"},{\"a\":3}]"));

        assertThat(elements).hasSize(3);
        assertThat(elements.get(1).problem()).isNotNull();
        assertThat(elements.get(2).json().value()).isEqualTo(Map.of("a", 3L));
    }

    @Test
    void shouldMeasureTheElementsOfAnArray() {
        var elements = JsonValues.array(bytes("[ {\"a\":\"xxxxxxxxxx\"} , [1,2] ]"));

        assertThat(elements.stream().map(JsonValues.Element::bytes)).isEqualTo(List.of(18L, 5L));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void shouldNameRepeatedNamesShortlyAndOnlyTheFirstOfThem() {
        var name = "n".repeat(400);
        var deep = ("{\"" + name + "\":").repeat(18) + "{" + "\"a\":1,".repeat(500) + "\"a\":2}" + "}".repeat(18);

        var read = JsonValues.read(bytes(deep));

        assertThat(read.repeated())
                .hasSize(20)
                .allSatisfy(path -> assertThat(path)
                        .hasSizeLessThanOrEqualTo(200)
                        .startsWith("nnn")
                        .endsWith("…"));
        assertThat(read.repeatedMore()).isEqualTo(480);
    }

    @Test
    void shouldKeepTwentyLevelsAndRefuseMoreByItsPath() {
        var twenty = "[".repeat(20) + "]".repeat(20);
        assertThat(JsonValues.read(bytes(twenty)).value()).isInstanceOf(List.class);

        assertThatThrownBy(() -> JsonValues.read(bytes("{\"a\":" + twenty + "}")))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem().errors().getFirst().rule()).isEqualTo("depth");
                    assertThat(e.problem().errors().getFirst().field()).startsWith("a[0][0]");
                });
    }

    @Test
    void shouldFindTheOtherElementsOfAnArrayWhenOneIsTooDeep() {
        var elements = JsonValues.array(bytes("[1," + "[".repeat(900) + "]".repeat(900) + ",{\"a\":3}]"));

        assertThat(elements).hasSize(3);
        assertThat(elements.get(1).problem()).isNotNull();
        assertThat(elements.get(2).json().value()).isEqualTo(Map.of("a", 3L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"a\":tru}", "{\"a\" 1}", "{\"a\":\"\n\"}", "\u0000", "{'a':1}", "{\"a\":01}", "{\"a\":1}}"})
    void shouldSayWhereItIsNotJsonWithoutNamesOfTheParser(String json) {
        assertThatThrownBy(() -> JsonValues.read(bytes(json)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().detail())
                                .doesNotContain("token", "JsonParser", "Source", "code ", "REDACTED", "Unexpected"));
    }
}
