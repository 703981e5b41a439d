package io.usher.engine.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.usher.engine.shared.MemoryValue.Decimal;
import io.usher.engine.shared.MemoryValue.IdList;
import io.usher.engine.shared.MemoryValue.Moment;
import io.usher.engine.shared.MemoryValue.Text;
import io.usher.engine.shared.MemoryValue.YesNo;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JourneyMemoryTest {

    @Test
    void shouldTakeTheLaterValueOfANameAndKeepTheOthers() {
        var before = JourneyMemory.ofOrder("1001").with(JourneyMemory.of("vip", new YesNo(true)));

        var after = before.with(JourneyMemory.ofOrder("1002"));

        assertThat(after.order()).contains("1002");
        assertThat(after.value("vip")).contains(new YesNo(true));
        assertThat(before.order()).contains("1001");
    }

    @Test
    void shouldShowEachTypeToRulesAndTemplatesAsTheyKnowIt() {
        var memory = new JourneyMemory(Map.of(
                "answer", new Text("yes"),
                "price", new Decimal(new BigDecimal("12.50")),
                "vip", new YesNo(false),
                "showAt", new Moment(Instant.parse("2026-03-01T10:00:00.123456Z")),
                "items", new IdList(List.of("a", "b"))));

        assertThat(memory.facts())
                .isEqualTo(Map.of(
                        "answer",
                        "yes",
                        "price",
                        new BigDecimal("12.50"),
                        "vip",
                        false,
                        "showAt",
                        "2026-03-01T10:00:00.123Z",
                        "items",
                        List.of("a", "b")));
    }

    @Test
    void shouldNotTakeAnotherTypeForATheOrder() {
        assertThat(JourneyMemory.of("order", new YesNo(true)).order()).isEmpty();
    }

    @Test
    void shouldKeepWhatJustFitsAndNameWhatDoesNot() {
        var fits = new Text("x".repeat(JourneyMemory.MOST_CHARACTERS - "answer".length()));
        var full = JourneyMemory.EMPTY.with(JourneyMemory.of("answer", fits));

        assertThat(full.size()).isEqualTo(JourneyMemory.MOST_CHARACTERS);
        assertThatThrownBy(() -> full.with(JourneyMemory.of("more", new Text(""))))
                .isInstanceOf(MemoryFullException.class)
                .hasMessageContaining("\"more\"")
                .hasMessageContaining("16004");
    }

    @Test
    void shouldSayHowManyThingsItKeeps() {
        var many = new JourneyMemory(IntStream.rangeClosed(0, JourneyMemory.MOST_NAMES)
                .boxed()
                .collect(Collectors.toMap(i -> "n" + i, i -> new YesNo(true))));

        assertThatThrownBy(() -> JourneyMemory.EMPTY.with(many))
                .isInstanceOf(MemoryFullException.class)
                .hasMessage("The journey would have to remember 51 things; it keeps at most 50");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Order", "a.b", "$a", "a b", "1a"})
    void shouldRefuseANameThatNoPathToAFactCouldName(String name) {
        assertThatThrownBy(() -> JourneyMemory.of(name, new YesNo(true))).hasMessageContaining("\"" + name + "\"");
    }

    @Test
    void shouldRefuseANumberThatCouldNotBeStoredAsItIs() {
        assertThatThrownBy(() -> new Decimal(new BigDecimal("1".repeat(35)))).hasMessageContaining("34 digits");
    }
}
