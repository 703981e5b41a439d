package io.usher.engine.message.internal.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.usher.engine.message.RenderException;
import io.usher.engine.message.Renderer;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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

    private static Renderer.Context context(Map<String, Object> facts) {
        return Renderer.Context.of(new HashMap<>(facts), ZoneOffset.UTC, Locale.ENGLISH);
    }

    private static String html(String template, Map<String, Object> facts) {
        return RENDERER.html(template, context(facts));
    }

    private static String text(String template, Map<String, Object> facts) {
        return RENDERER.text(template, context(facts));
    }

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
        {{ event.lines | newline_to_br | sparkle }} => !
        <a href="/?n={{ contact.firstName | slice: 0, 3 }}"> => <a href="/?n=&lt;b&gt;">
        {{ "<" | split: "," }} => &lt;
        {% raw %}{{ a }}{% endraw %} => {{ a }}
        """)
    void shouldEscapeEveryValueInHtml(String template, String expected) {
        if (expected.equals("!")) {
            assertThatExceptionOfType(RenderException.class).isThrownBy(() -> html(template, MODEL));
        } else {
            assertThat(html(template, MODEL)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Order {{ order.totalCost | money }}",
                "{% for item in order.items %}{{ item.name }}{% endfor %}",
                "{% assign sum = order.totalCost %}{{ sum }}",
                "{{ contact.firstName | default: order.externalOrderId }} {{ order.status }}"
            })
    void shouldNeedWhatItWritesWithoutAsking(String template) {
        assertThat(RENDERER.needs(template)).contains("order").doesNotContain("items", "totalCost", "money");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hello {{ contact.order }}",
                "{% if order %}{{ order.status }}{% endif %}",
                "{% unless order.status %}nothing{% endunless %}",
                "{{ order.status | default: 'new' }}",
                "{% raw %}{{ order.status }}{% endraw %} and {{ 'order' }}",
                "{% assign order = event.basket %}{{ order.total }}",
                "{{ order.status"
            })
    void shouldNotNeedWhatItAsksAboutOrGivesADefault(String template) {
        assertThat(RENDERER.needs(template)).doesNotContain("order");
    }

    @Test
    void shouldKeepMarkupThatEscapingFiltersMake() {
        assertThat(html("{{ event.lines | newline_to_br }}", MODEL)).isEqualTo("a&lt;b<br>\nc");
        assertThat(html("{{ '<' | escape }}", MODEL)).isEqualTo("&lt;");
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
                    .isThrownBy(() -> text(template, MODEL))
                    .withMessageStartingWith("Line 1: ");
        } else {
            assertThat(text(template, MODEL)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
        a\\r\\nBcc: x@example.com => a Bcc: x@example.com
        Carmen\\nextra show => Carmen extra show
        a LS \\n b => a b
        a\\0b => a b
        a\\tb => a b
        """)
    void shouldMakeLineBreaksOfDataASpaceWhereThereIsOneLine(String escaped, String expected) {
        var value = escaped.replace("LS", "\u2028").translateEscapes();
        var context = context(Map.of("v", value));

        assertThat(RENDERER.line("Hello {{ v }}", context)).isEqualTo("Hello " + expected);
        assertThat(RENDERER.text("Hello {{ v }}", context)).contains(value);
        assertThat(RENDERER.line("  Hello {{ w }} \n", context)).isEqualTo("Hello");
    }

    @Test
    void shouldRefuseALineBreakInTheSettingItself() {
        assertThat(RENDERER.checkLine("Hello {{ v }}\nBcc: x@example.com"))
                .containsExactly("It must be one line, but there is a line break or a control character in it");
        assertThat(RENDERER.checkLine(" Hello {{ v }}\n")).isEmpty();
        assertThat(RENDERER.check("Hello\nthere")).isEmpty();
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
        assertThatExceptionOfType(RenderException.class).isThrownBy(() -> html(template, MODEL));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", textBlock = """
        {{ a  => "{{ a" is not closed by "}}"
        {% for i in a %}{{ i }} => for is not closed by "endfor"
        {{ contact..name }} => it cannot be read at ".."
        {{ contact.first name }} => it cannot be read at "name"
        {{ a | upcase downcase }} => it cannot be read at "downcase"
        {{ a + b }} => it cannot be read at "+ b"
        {{ 6 | divided_by: 0 }} => it divides by zero
        {% if %}x{% endif %} => a value is missing before "%}"
        {% if a = 1 %}x{% endif %} => "=" does not compare; write "=="
        {% if a | size > 3 %}x{% endif %} => a filter cannot stand in a condition; assign its value before and ask that
        {% include 'pom' %} => include is not available in templates
        {% iff a %} => there is no tag "iff"
        {{ a | no_such_filter }} => there is no filter no_such_filter
        {% endif %} => "endif" does not belong here
        {{ a | truncate: 5, "-", "x" }} => truncate takes at most two arguments; "x" is too much
        {{ a | upcase: "x" }} => upcase takes no argument; "x" is too much
        {{ a | default: "x", allow_nil: true }} => default has no argument named "allow_nil"
        {{ a | replace: "x" }} => replace needs two arguments
        {{ a | date: "%H", "Europe/Stokholm" }} => there is no time zone "Europe/Stokholm"
        {{ a | date: "%999999999d" }} => the date format is too wide
        {{ a | money: "KRONOR" }} => there is no currency "KRONOR"
        {{ a | default: ‘x’ }} => it cannot be read at "‘"; texts stand in straight quotes
        """)
    void shouldSayItInWordsOfTheWriter(String template, String expected) {
        assertThatExceptionOfType(RenderException.class)
                .isThrownBy(() -> text(template, MODEL))
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

        assertThat(text("{{ duration }} {{ duration.seconds }} {{ duration.class }}", model))
                .isEqualTo("PT3H  ");
    }

    @Test
    void shouldRefuseLargeTemplates() {
        var template = "x".repeat(Limits.TEMPLATE + 1);

        assertThat(RENDERER.check(template)).containsExactly("The template is longer than 100000 characters");
        assertThatExceptionOfType(RenderException.class).isThrownBy(() -> text(template, MODEL));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', textBlock = """
        {% for i in (1..1000000) %}{% endfor %} => loops more than
        {% for i in (1..200) %}{% for j in (1..200) %}x{% endfor %}{% endfor %} => loops more than
        {% assign a = "x" %}{% for i in (1..40) %}{% assign a = a | append: a %}{% endfor %} => too large
        {% capture a %}{{ big }}{{ big }}{% endcapture %}{{ a }} => characters
        {{ big | replace: "x", big }} => too large
        {{ big | split: "" | join: big }} => too large
        {{ list | join: big | append: big }} => too large
        {% assign a = list %}{% for i in (1..40) %}{% assign a = a | concat: a %}{% endfor %} => too large
        {% assign a = 3.5 %}{% for i in (1..60) %}{% assign a = a | times: a %}{% endfor %} => .
        {{ "1e999999999" | plus: 1 }} => too many digits
        {{ 1 | round: 1000000000 }} => places
        """)
    void shouldStopTemplatesThatGrow(String template, String complaint) {
        var model = Map.<String, Object>of("big", "x".repeat(600_000), "list", List.of(1L, 2L, 3L));

        assertThatExceptionOfType(RenderException.class)
                .isThrownBy(() -> html(template, model))
                .withMessageStartingWith("The template ")
                .withMessageContaining(complaint.equals(".") ? "number" : complaint);
    }

    @Test
    void shouldStopTemplatesThatWorkTooLong() {
        var list = IntStream.range(0, 9_000).mapToObj(i -> "value " + i).toList();
        var template = "{% for i in (1..9000) %}{% assign s = list | sort | reverse | uniq %}{% endfor %}";

        assertThatExceptionOfType(RenderException.class)
                .isThrownBy(() -> html(template, Map.of("list", list)))
                .withMessageMatching("The template takes .*");
        assertThat(html("still {{ a }} here", Map.of("a", "works"))).isEqualTo("still works here");
    }

    @Test
    void shouldStopTemplatesThatAreNestedTooDeeply() {
        var template = "{% if a %}".repeat(9_000);

        assertThat(RENDERER.check(template)).hasSize(1);
    }

    @Test
    void shouldNotExpandNumbersWithHugeExponents() {
        var model = Map.<String, Object>of("n", new BigDecimal("1e999999999"));

        assertThat(text("{{ n }}", model)).isEqualTo("1E+999999999");
    }
}
