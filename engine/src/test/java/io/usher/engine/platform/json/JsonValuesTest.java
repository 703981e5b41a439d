package io.usher.engine.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usher.engine.shared.Problem.FieldError;
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
    void shouldFindTheElementsOfAnArrayInAnObjectEachWithItsProblemAndItsRepeatedNames() {
        var deep = "{\"a\":" + "[".repeat(20) + "]".repeat(20) + "}";

        var elements = JsonValues.array(
                bytes("{\"x\":{\"of\":[0]},\"of\":[" + deep
                        + ",{\"a\":1e99999},{\"id\":7,\"a\":\"\\ud800\"},{\"a\":1,\"a\":2}],\"y\":[3]}"),
                "of");

        assertThat(elements).hasSize(4);
        assertThat(elements.subList(0, 3).stream()
                        .map(each -> each.problem().problem().errors().getFirst()))
                .extracting(FieldError::rule)
                .containsExactly("depth", "number", "text");
        assertThat(elements.get(0).problem().problem().errors().getFirst().field())
                .as("a place within the element")
                .startsWith("a[0][0]");
        assertThat(JsonValues.object(elements.get(2).json().value())).containsEntry("id", 7L);
        assertThat(elements.get(3).problem()).isNull();
        assertThat(elements.get(3).json().value()).isEqualTo(Map.of("a", 2L));
        assertThat(elements.get(3).json().warnings())
                .containsExactly("a came more than once; the last value was taken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"of\":{}}", "{\"of\":null}", "{\"x\":[1]}"})
    void shouldFindNoArrayWhereNoneStandsUnderTheName(String json) {
        assertThat(JsonValues.array(bytes(json), "of")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[1]",
                "{\"of\":[1]} 2",
                "{\"of\":[1,]}",
                "{\"of\":[1",
                "{\"of\":[1]",
                "{\"of\":[1],\"x\":1e99999}",
                "{\"of\":[1],\"of\":[2]}",
                "{\"of\":[1],\"of\":null}"
            })
    void shouldRefuseAnObjectWholeForWhatIsWrongOutsideItsElements(String json) {
        assertThatThrownBy(() -> JsonValues.array(bytes(json), "of"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(400));
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
