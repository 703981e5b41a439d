package io.usher.engine.message.internal.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.usher.engine.message.RenderException;
import io.usher.engine.message.Renderer;
import io.usher.engine.platform.async.UnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates and data made to take long. What they take is counted in steps, so that the outcome is the same on every machine. */
class HostileTemplatesTest {

    private static final LiquidRenderer RENDERER = new LiquidRenderer(Clock.systemUTC());

    /** A hundred milliseconds are what one may take; the machine that runs tests is given room. */
    private static final Duration GENEROUS = Duration.ofSeconds(2);

    @AfterAll
    static void close() {
        RENDERER.destroy();
    }

    static Stream<String> templates() {
        return Stream.of(
                        "{{ a }}",
                        "{% if a %}",
                        "{% if a %}x{% endif %}",
                        "{{",
                        "{%",
                        "{{ '",
                        "{{-",
                        " {{- a -}} ",
                        "{% raw %}",
                        "{% comment %}",
                        "{% comment %}{% endcomment %}",
                        "{{ a | upcase }}",
                        "| upcase ",
                        "{{ a[",
                        "(",
                        "a.",
                        "{{ a.b.c.d.e }}",
                        "{% for i in (1..9) %}",
                        "{% case a %}{% when 1 %}",
                        "{% assign a = a | append: 'x' %}",
                        "{% # ",
                        "{% endif %}",
                        " ",
                        "\n",
                        "{",
                        "{{ a and ",
                        "&quot;",
                        "{{ &quot;",
                        "{% capture a %}",
                        "{% elsif a %}",
                        "\u00a0",
                        "{%    ",
                        "{% raw %}{%   ")
                .flatMap(piece -> Stream.of(
                                "", "{{ a ", "{{ ", "{% if ", "{{ a | default: ", "{% comment %}", "{% raw %}")
                        .map(start -> start + piece.repeat((Limits.TEMPLATE - start.length()) / piece.length())));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void shouldReadOrRefuseAnyTemplateAtOnce(String template) {
        long start = System.nanoTime();

        try {
            RENDERER.html(template, context(Map.of("a", "x".repeat(100))));
        } catch (RenderException e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("Exception", "null");
        }

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(GENEROUS);
    }

    static Stream<String> works() {
        return Stream.of(
                        "strip_html",
                        "strip",
                        "lstrip",
                        "rstrip",
                        "escape",
                        "escape_once",
                        "newline_to_br",
                        "strip_newlines",
                        "normalize_whitespace",
                        "upcase",
                        "downcase",
                        "capitalize",
                        "truncate: 5",
                        "truncatewords: 5",
                        "truncatewords: 999999",
                        "split: ''",
                        "split: ' '",
                        "split: 'x'",
                        "split: a",
                        "replace: 'a', 'b'",
                        "replace: a, ''",
                        "replace_last: half, ''",
                        "replace_first: half, ''",
                        "remove: half",
                        "remove_last: 'a'",
                        "slice: 5, 9",
                        "slice: -5, 3",
                        "size",
                        "reverse",
                        "first",
                        "last",
                        "json",
                        "parse_json",
                        "url_encode",
                        "url_decode",
                        "base64_encode",
                        "handleize",
                        "date: '%Y'",
                        "money",
                        "plus: 1",
                        "append: a",
                        "prepend: a",
                        "split: '' | sort | uniq | join",
                        "split: '' | sort_natural | reverse | first",
                        "split: ' ' | sort | join")
                .map(filter -> "{{ a | " + filter + " }}");
    }

    @ParameterizedTest
    @MethodSource("works")
    void shouldTakeTimeInLineWithTheDataWhateverTheFilter(String template) {
        for (var piece : List.of(
                "<", "<script", "<!--", "a", " ", "&", "&amp;", "🎫", "\u0301", "[", "{\"a\":", "🇸", "\r\n", "9")) {
            var data = piece.repeat(100_000 / piece.length());
            var half = "a".repeat(50_000) + "b";
            long start = System.nanoTime();

            try {
                RENDERER.html(template, context(Map.of("a", data, "half", half)));
            } catch (RenderException e) {
                assertThat(e.getMessage()).isNotBlank();
            }

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(GENEROUS);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ a | strip_html }}",
                "{{ a | replace: half, '' }}",
                "{% if a contains half %}{% endif %}",
                "{{ a | escape_once }}",
                "{{ a | newline_to_br }}",
                "{{ a | truncate: 9 }}",
                "{{ a | split: ' ' | sort | uniq | join }}"
            })
    void shouldCountTwiceTheStepsForTwiceTheData(String template) {
        int once = steps(template, 20_000);
        int twice = steps(template, 40_000);

        assertThat(once).isGreaterThan(100);
        assertThat(twice).isBetween(once, once * 5 / 2);
    }

    private static int steps(String template, int size) {
        var node = Budget.within(() -> TemplateReader.read(template));
        var facts = Map.<String, Object>of("a", "<a ".repeat(size / 3), "half", "<a ".repeat(size / 6) + "b");
        return Budget.within(() -> {
            node.render(new Rendering(context(facts), Clock.systemUTC(), true));
            return Budget.taken();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% for i in (1..9000) %}{% assign s = list | sort | reverse | uniq %}{% endfor %}",
                "{% for i in (1..9000) %}{% assign s = text | strip_html | escape %}{% endfor %}",
                "{% for i in (1..9000) %}{% if text contains other %}{% endif %}{% endfor %}",
                "{% for i in (1..9000) %}{% assign s = list | json | parse_json %}{% endfor %}",
                "{% for i in (1..9000) %}{% if list == same %}{% endif %}{% endfor %}",
                "{% for i in (1..9000) %}{% assign s = emoji | size %}{% endfor %}"
            })
    void shouldStopWhatWorksTooLongAfterTheSameNumberOfSteps(String template) {
        var list = IntStream.range(0, 9_000).mapToObj(i -> "value " + i).toList();
        var facts = Map.<String, Object>of(
                "list", list,
                "same", List.copyOf(list.stream().map(String::new).toList()),
                "text", "<".repeat(90_000),
                "other", "<".repeat(40_000) + "a",
                "emoji", "🎫".repeat(40_000));
        long start = System.nanoTime();

        assertThatExceptionOfType(RenderException.class)
                .isThrownBy(() -> RENDERER.html(template, context(facts)))
                .withMessage("The template takes more than " + Limits.STEPS + " steps of work");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(GENEROUS);
    }

    @Test
    void shouldRefuseWhatIsNestedDeeplyOrHasTooManyWords() {
        assertThat(RENDERER.check("{% if a %}".repeat(9_000)))
                .singleElement()
                .asString()
                .contains("nested too deeply");
        assertThat(RENDERER.check("{{ " + "a[".repeat(90) + "1" + "]".repeat(90) + " }}"))
                .singleElement()
                .asString()
                .contains("brackets");
        assertThat(RENDERER.check("{{ a }}".repeat(14_000))).isEmpty();
        assertThat(RENDERER.check("{% if " + "a or ".repeat(12_000) + "a %}{% endif %}"))
                .containsExactly("The template has more than 20000 words in its braces");
    }

    @Test
    void shouldAskToTryAgainWhenAllThreadsAreBusyAndNeverBlameTheTemplate() throws InterruptedException {
        var renderer = new LiquidRenderer(Clock.systemUTC(), 1, 1, Duration.ofMillis(200));
        var started = new CountDownLatch(1);
        var go = new Semaphore(0);
        var slow = new Object() {
            @Override
            public String toString() {
                started.countDown();
                go.acquireUninterruptibly();
                return "done";
            }
        };
        var first = Thread.ofVirtual()
                .start(() -> assertThatExceptionOfType(UnavailableException.class)
                        .isThrownBy(() -> renderer.text("{{ a }}", context(Map.of("a", slow)))));
        started.await();

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> renderer.text("{{ a }}", context(Map.of("a", "x"))));

        first.join();
        go.release();
        await().ignoreExceptionsInstanceOf(UnavailableException.class)
                .untilAsserted(() -> assertThat(renderer.text("{{ a }}", context(Map.of("a", "x"))))
                        .isEqualTo("x"));
        renderer.destroy();
    }

    private static Renderer.Context context(Map<String, Object> facts) {
        return Renderer.Context.of(new HashMap<>(facts), ZoneOffset.UTC, Locale.ENGLISH);
    }
}
