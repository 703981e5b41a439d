package io.usher.designer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The reading screens as a person sees them: the built designer, in a real browser. */
class ReadingIT {

    private static final FakeEngine ENGINE = new FakeEngine();
    private static final String LONG = "A very long name of somebody who likes long names ".repeat(4);
    private static final String NOTHING = "{\"items\":[],\"next\":null,\"since\":\"s1\"}";
    private static Chromium chromium;
    private static BuiltDesigner designer;

    private final List<String> complaints = new ArrayList<>();
    private Page page;

    @BeforeAll
    static void start() throws Exception {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        chromium = new Chromium();
        designer = new BuiltDesigner(ENGINE.url());
        ENGINE.add("anna", "her password", false);
    }

    @AfterAll
    static void stop() {
        if (designer != null) {
            designer.close();
        }
        if (chromium != null) {
            chromium.close();
        }
        ENGINE.close();
    }

    @BeforeEach
    void signIn() {
        ENGINE.forgetAnswers();
        for (var list : List.of("events", "journeys", "messages", "event-types", "workflows")) {
            ENGINE.answer("GET /api/v1/" + list, call -> NOTHING);
        }
        page = chromium.browser()
                .newPage(new Browser.NewPageOptions().setViewportSize(1440, 900).setTimezoneId("Europe/Stockholm"));
        page.setDefaultTimeout(30_000);
        page.onPageError(complaints::add);
        page.navigate(designer.url() + "/status");
        page.locator("#user input").fill("anna");
        page.locator("#password input").fill("her password");
        page.locator("#submit").click();
        assertThat(page).hasURL(designer.url() + "/status");
    }

    @AfterEach
    void shouldHaveNoErrorInTheBrowser() {
        page.context().close();
        assertThat(complaints).isEmpty();
    }

    @Test
    void shouldSayWhatToDoWhileThereIsNothing() {
        for (var screen : List.of("events", "journeys", "messages", "event-types")) {
            // when
            page.navigate(designer.url() + "/" + screen);

            // then
            assertThat(page.locator(".us-empty h2")).isVisible();
            picture(screen + "-empty");
        }
    }

    @Test
    void shouldFetchMoreEventsWhenTheEndIsReachedAndShowNewOnesByItself() {
        // given
        ENGINE.answer("GET /api/v1/events", call -> {
            var next = call.query().contains("cursor=n") ? events(1, 50, null) : events(51, 100, "n");
            return call.query().contains("since=") ? NOTHING : next;
        });
        page.navigate(designer.url() + "/events");
        assertThat(page.locator("tbody tr").first()).containsText("T-100");
        assertThat(page.locator("time").first())
                .hasAttribute("title", Pattern.compile(".*11:00:01.000 Europe/Stockholm"));

        // when
        page.locator("tbody tr").last().scrollIntoViewIfNeeded();

        // then
        assertThat(page.locator("tbody tr")).hasCount(100);

        // when
        ENGINE.answer("GET /api/v1/events", call -> call.query().contains("since=") ? events(101, 102, null) : NOTHING);

        // then
        assertThat(page.locator("tbody tr")).hasCount(102);
        assertThat(page.locator("tbody tr").first()).containsText("T-102");
    }

    @Test
    void shouldOpenAnEventBesideTheListByAClickAnywhereOnItsRow() {
        // given
        ENGINE.answer("GET /api/v1/events", call -> call.query().contains("since=") ? NOTHING : events(1, 100, null));
        ENGINE.answer("GET /api/v1/events/e99", call -> event(99).replaceFirst("}\\s*$", """
                ,"params":{"seats":["A1","A2"],"show":{"name":"The Magic Flute","text":"%s"}},"conflicts":[],
                "parkedReason":null,"decisions":[{"workflowId":"w1","workflowName":"Welcome","link":"start",
                "outcome":"started","reason":{"code":"started","text":"A journey began"},"journeyIds":["j7"]}]}
                """.formatted(LONG)));
        page.navigate(designer.url() + "/events");

        // when
        page.locator("tbody tr").nth(1).locator("td").nth(2).click();

        // then
        assertThat(page.locator(".us-panel")).containsText("The Magic Flute");
        assertThat(page).hasURL(designer.url() + "/events?event=e99");
        picture("events-many");
        page.locator(".us-panel-close").click();
        assertThat(page.locator(".us-panel")).isHidden();
    }

    @Test
    void shouldShowAMessageShutIn() {
        // given
        ENGINE.answer("GET /api/v1/messages/m1", call -> """
                {"id":"m1","state":"held","reason":{"code":"no-mail-server","text":"No mail server is configured"},
                 "since":"2026-11-24T10:00:00Z","channel":"email","kind":"transactional","to":"ada@example.com",
                 "from":null,"fromName":null,"subject":"%s",
                 "html":"<h1 style='color:teal'>Hello</h1><script>document.body.textContent='bad'</script>","text":"Hello",
                 "createdAt":"2026-11-24T10:00:00Z","attempts":0,"contactId":"c1","journeyId":"j1","workflowId":"w1",
                 "workflowName":"Welcome","version":3,"block":"Confirmation","pass":1,
                 "history":[{"at":"2026-11-24T10:00:00Z","state":"held",
                 "reason":{"code":"no-mail-server","text":"No mail server is configured"}}]}
                """.formatted(LONG));

        // when
        page.navigate(designer.url() + "/message/m1");

        // then
        assertThat(page.frameLocator("iframe").locator("h1")).hasText("Hello");
        assertThat(page.locator("iframe")).hasAttribute("sandbox", "");
        picture("message-long");
    }

    @Test
    void shouldSayInPlaceWhatCouldNotBeRead() {
        // given
        ENGINE.refuse("GET /api/v1/journeys", 422, "state must be running, failed, finished or stopped");

        // when
        page.navigate(designer.url() + "/journeys?state=lost");

        // then
        assertThat(page.locator(".us-trouble")).containsText("state must be running");
        picture("journeys-error");
    }

    private static String events(int from, int to, String next) {
        var items = IntStream.rangeClosed(from, to)
                .map(i -> to + from - i)
                .mapToObj(ReadingIT::event)
                .collect(Collectors.joining(","));
        return "{\"items\":[" + items + "],\"next\":" + (next == null ? "null" : "\"" + next + "\"")
                + ",\"since\":\"s1\"}";
    }

    private static String event(int i) {
        return """
                {"id":"e%1$d","eventTypeKey":"ticketBought","keyValue":"T-%1$d","contactId":null,
                 "occurredAt":"2026-11-24T10:00:00Z","acceptedAt":"2026-11-24T10:00:01Z","history":false,
                 "source":"API, Till 4","due":false,"parked":false,"summary":"Started %2$s","linked":["%2$s"]}
                """.formatted(i, i % 5 == 0 ? LONG : "Welcome");
    }

    /** The page in both schemes and both sizes, to be looked at. */
    private void picture(String name) {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int[] size : new int[][] {{1440, 900}, {1024, 768}}) {
                page.setViewportSize(size[0], size[1]);
                var file = "%s-%s-%d.png".formatted(name, scheme.name().toLowerCase(Locale.ROOT), size[0]);
                page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screens", file)));
            }
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(1440, 900);
    }
}
