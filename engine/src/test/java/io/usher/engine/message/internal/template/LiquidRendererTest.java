package io.usher.engine.message.internal.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.usher.engine.message.RenderException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiquidRendererTest {

    private static final Instant NOW = Instant.parse("2026-03-29T10:15:00Z");
    private static final LiquidRenderer RENDERER = new LiquidRenderer(Clock.fixed(NOW, ZoneOffset.UTC));
    private static final Map<String, Object> MODEL = Map.of(
            "contact", Map.of("firstName", "<b>Eva</b> & \"Co\" 'x'"),
            "event", Map.of("when", "2026-05-01T20:00:00+02:00", "lines", "a<b\nc", "count", "7"),
            "order",
                    Map.of(
                            "totalCost",
                            new BigDecimal("12.50"),
                            "id",
                            9007199254740993L,
                            "items",
                            List.of(Map.of("name", "Row 1", "cost", new BigDecimal("0.10")))));

    @AfterAll
    static void close() {
        RENDERER.destroy();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            {{ contact.firstName }} => &lt;b&gt;Eva&lt;/b&gt; &amp; &quot;Co&quot; &#39;x&#39;
            {{ contact.firstName | upcase }} => &lt;B&gt;EVA&lt;/B&gt; &amp; &quot;CO&quot; &#39;X&#39;
            {{ "<i>" | append: "x" | prepend: "<" }} => &lt;&lt;i&gt;x
            {{ contact.firstName | raw }} => <b>Eva</b> & "Co" 'x'
            {{ contact.firstName | raw | downcase | slice: 0, 3 }} => &lt;b&gt;
            {{ contact.firstName | slice: 0, 3 | escape }} => &lt;b&gt;
            {% assign a = contact.firstName %}{{ a | slice: 0, 3 }} => &lt;b&gt;
            {% capture a %}<p>{{ contact.firstName | slice: 0, 3 }}</p>{% endcapture %}{{ a | raw }} => <p>&lt;b&gt;</p>
            {% for i in order.items %}<li>{{ i.name }}</li>{% endfor %} => <li>Row 1</li>
            {% cycle "<b>", "x" %} => &lt;b&gt;
            {{ event.lines | newline_to_br | replace: x, x }} => !
            <a href="/?n={{ contact.firstName | slice: 0, 3 }}"> => <a href="/?n=&lt;b&gt;">
            {{ "<" | split: "," }} => &lt;
            {% raw %}{{ a }}{% endraw %} => {{ a }}
            """)
    void shouldEscapeEveryValueInHtml(String template, String expected) {
        if (expected.equals("!")) {
            assertThatExceptionOfType(RenderException.class).isThrownBy(() -> RENDERER.html(template, MODEL));
        } else {
            assertThat(RENDERER.html(template, MODEL)).isEqualTo(expected);
        }
    }

    @Test
    void shouldKeepMarkupThatEscapingFiltersMake() {
        assertThat(RENDERER.html("{{ event.lines | newline_to_br }}", MODEL)).isEqualTo("a&lt;b<br>\nc");
        assertThat(RENDERER.html("{{ '<' | escape }}", MODEL)).isEqualTo("&lt;");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            {{ contact.firstName }} => <b>Eva</b> & "Co" 'x'
            {{ contact.firstName | raw }} => <b>Eva</b> & "Co" 'x'
            {{ order.totalCost }} => 12.50
            {{ order.id }} => 9007199254740993
            {{ order.totalCost | times: 3 | round: 2 }} => 37.50
            {{ order.items[0].cost | plus: 0.20 | round: 2 }} => 0.30
            {{ order.items.first.name }} => Row 1
            {{ 2.345 | round: 2 }} => 2.35
            {{ event.when | date: "%d.%m.%Y %H:%M" }} => 01.05.2026 20:00
            {{ "now" | date: "%Y-%m-%d" }} => 2026-03-29
            {{ nobody.home.at }}- => -
            {% if event.count > 5 %}many{% else %}few{% endif %} => many
            {{ "a" | unknown_things | default: "b" }} => !
            """)
    void shouldRenderTextExactly(String template, String expected) {
        if (expected.equals("!")) {
            assertThatExceptionOfType(RenderException.class)
                    .isThrownBy(() -> RENDERER.text(template, MODEL, false))
                    .withMessageStartingWith("Line 1: ");
        } else {
            assertThat(RENDERER.text(template, MODEL, false)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nBcc: x@example.com", "a\nb", "a\u2028b", "a\u0000b"})
    void shouldRefuseLineBreaksWhereThereIsOneLine(String value) {
        var model = Map.<String, Object>of("v", value);

        assertThatExceptionOfType(RenderException.class)
                .isThrownBy(() -> RENDERER.text("Hello {{ v }}", model, true))
                .withMessageContaining("one line");
        assertThat(RENDERER.text("Hello {{ v }}", model, false)).contains(value);
        assertThat(RENDERER.text("  Hello {{ w }} \n", model, true)).isEqualTo("Hello");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% include 'pom' %}",
                "{% include_relative 'pom.xml' %}",
                "{% render 'pom' %}",
                "{% for i in a %}{{ i }}",
                "{{ a ",
                "{% if %}x{% endif %}",
                "{{ a | no_such_filter }}"
            })
    void shouldSayWhatIsWrongWithATemplate(String template) {
        assertThat(RENDERER.check("fine\n" + template))
                .singleElement()
                .asString()
                .startsWith("Line 2: ")
                .doesNotContain("viable", "mismatched", "extraneous", "expecting", "EOF", "token");
        assertThatExceptionOfType(RenderException.class).isThrownBy(() -> RENDERER.html(template, MODEL));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", textBlock = """
            {{ a  => it cannot be read at "{{ a"
            {% for i in a %}{{ i }} => something that was opened is not closed
            {{ contact..name }} => it cannot be read at "{{"
            {{ 6 | divided_by: 0 }} => it divides by zero
            {% if %}x{% endif %} => it cannot be read at "%}"
            {% include 'pom' %} => include is not available in templates
            {{ a | no_such_filter }} => there is no filter no_such_filter
            {% endif %} => it cannot be read at "{%"
            """)
    void shouldSayItInWordsOfTheWriter(String template, String expected) {
        assertThatExceptionOfType(RenderException.class)
                .isThrownBy(() -> RENDERER.text(template, MODEL, false))
                .withMessage("Line 1: " + expected);
    }

    @Test
    void shouldFindNothingWrongWithGoodTemplates() {
        assertThat(RENDERER.check("Hello {{ contact.firstName | default: 'you' }}{% if a %}b{% endif %}"))
                .isEmpty();
    }

    @Test
    void shouldNotOfferObjectsOfTheEngine() {
        var model = Map.<String, Object>of("duration", Duration.ofHours(3));

        assertThat(RENDERER.text("{{ duration }} {{ duration.seconds }} {{ duration.class }}", model, false))
                .isEqualTo("PT3H  ");
    }

    @Test
    void shouldRefuseLargeTemplates() {
        var template = "x".repeat(Limits.TEMPLATE + 1);

        assertThat(RENDERER.check(template)).containsExactly("The template is longer than 100000 characters");
        assertThatExceptionOfType(RenderException.class).isThrownBy(() -> RENDERER.text(template, MODEL, false));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
            {% for i in (1..1000000) %}{% endfor %} => loops more than
            {% for i in (1..200) %}{% for j in (1..200) %}x{% endfor %}{% endfor %} => loops more than
            {% assign a = "x" %}{% for i in (1..40) %}{% assign a = a | append: a %}{% endfor %} => too large
            {% capture a %}{{ big }}{{ big }}{% endcapture %}{{ a }} => characters
            {{ big | replace: "x", big }} => too large
            {{ big | split: "" | join: big }} => too large
            {% assign a = list %}{% for i in (1..40) %}{% assign a = a | concat: a %}{% endfor %} => too large
            {% assign a = 3.5 %}{% for i in (1..60) %}{% assign a = a | times: a %}{% endfor %} => .
            {{ "1e999999999" | plus: 1 }} => too many digits
            {{ 1 | round: 1000000000 }} => places
            {{ "now" | date: "%999999999d" }} => too wide
            """)
    void shouldStopTemplatesThatGrow(String template, String complaint) {
        var model = Map.<String, Object>of("big", "x".repeat(600_000), "list", List.of(1L, 2L, 3L));

        assertThatExceptionOfType(RenderException.class)
                .isThrownBy(() -> RENDERER.html(template, model))
                .withMessageStartingWith("The template ")
                .withMessageContaining(complaint.equals(".") ? "number" : complaint);
    }

    @Test
    void shouldStopTemplatesThatWorkTooLong() {
        var list = IntStream.range(0, 9_000).mapToObj(i -> "value " + i).toList();
        var template = "{% for i in (1..9000) %}{% assign s = list | sort | reverse | uniq %}{% endfor %}";

        assertThatExceptionOfType(RenderException.class)
                .isThrownBy(() -> RENDERER.html(template, Map.of("list", list)))
                .withMessageMatching("The template takes .*");
        assertThat(RENDERER.html("still {{ a }} here", Map.of("a", "works"))).isEqualTo("still works here");
    }

    @Test
    void shouldStopTemplatesThatAreNestedTooDeeply() {
        var template = "{% if a %}".repeat(9_000);

        assertThat(RENDERER.check(template)).hasSize(1);
    }

    @Test
    void shouldNotExpandNumbersWithHugeExponents() {
        var model = Map.<String, Object>of("n", new BigDecimal("1e999999999"));

        assertThat(RENDERER.text("{{ n }}", model, false)).isEqualTo("1E+999999999");
    }
}
