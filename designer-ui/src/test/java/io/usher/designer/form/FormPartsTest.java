package io.usher.designer.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormPartsTest {

    @Test
    void shouldTellNumbersTheSameWhateverTheirForm() {
        assertThat(Json.same(Map.of("a", List.of(1, 2.50)), Map.of("a", List.of(1.0, new BigDecimal("2.5")))))
                .isTrue();
        assertThat(Json.same(Map.of("a", "1"), Map.of("a", 1))).isFalse();
        assertThat(Json.same(null, Map.of())).isFalse();
    }

    @Test
    void shouldKnowItsOwnEditsWhenTheyComeBack() {
        var echo = new Echo();
        echo.sent("a");
        echo.sent("ab");
        echo.sent("abc");

        assertThat(echo.isOwn("ab")).isTrue();
        assertThat(echo.isOwn("abc")).isTrue();
        assertThat(echo.isOwn("ab")).isFalse();
    }

    @Test
    void shouldMarkLiquidInTextsAndLeaveItInTags() {
        assertThat(Liquid.marked("<a href=\"{{ url }}\">{{ name }}</a>{% if a < 3 %}x{% endif %}"))
                .matches("<a href=\"\\{\\{ url }}\"><mark[^>]*>\\{\\{ name }}</mark></a><mark[^>]*>"
                        + "\\{% if a &lt; 3 %}</mark>x<mark[^>]*>\\{% endif %}</mark>");
        assertThat(Liquid.marked("<style>a { color: {{ c }} }</style>"))
                .isEqualTo("<style>a { color: {{ c }} }</style>");
        assertThat(Liquid.marked("1 < 2 $1")).isEqualTo("1 < 2 $1");
    }

    @Test
    void shouldLeaveStylesScriptsAndRemarksAsTheyAre() {
        for (var html : List.of(
                "<STYLE>{{ a }}</Style >",
                "<script>if (1 < 2) {{ a }}</script>",
                "<!-- {{ a }} > {{ b }} -->",
                "<a title='{% if a %}'>")) {
            assertThat(Liquid.marked(html)).isEqualTo(html);
        }
        assertThat(Liquid.marked("<style>{{ a }}")).startsWith("<style><mark").endsWith("{{ a }}</mark>");
        assertThat(Liquid.marked("<")).isEqualTo("<");
        assertThat(Liquid.marked("{{}}")).endsWith("{{}}</mark>");
        assertThat(Liquid.marked("a }} {{ b")).isEqualTo("a }} {{ b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<style>", "<script ", "<!--", "{{", "{%", "<", "{{ a }}", "<style></style", "}}{{"})
    void shouldMarkWhateverIsWrittenWithoutDelay(String piece) {
        var html = piece.repeat(400_000 / piece.length());

        assertTimeout(Duration.ofSeconds(30), () -> Liquid.marked(html));
    }

    @Test
    void shouldShareEvenly() {
        var exits = List.of(exit("A"), exit("B"), exit("C"));

        assertThat(WaysOut.sum(WaysOut.even(exits))).isEqualByComparingTo("100");
        assertThat(WaysOut.even(exits))
                .extracting(exit -> exit.share().orElseThrow().intValue())
                .containsExactly(34, 33, 33);
    }

    private static WayOut exit(String name) {
        return new WayOut(name, name, Map.of("name", name, "order", 1), null);
    }
}
