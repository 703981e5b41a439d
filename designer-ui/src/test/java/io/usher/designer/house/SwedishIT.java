package io.usher.designer.house;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.usher.designer.look.Languages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The main pages as somebody with a Swedish browser sees them: nothing English, nothing cut off. */
class SwedishIT {

    private static final String TYPE = "swedishTicketBought";
    private static final Locale SWEDISH = Locale.of("sv", "SE");

    private static RunningHouse house;
    private static Api api;
    private static String workflow;
    private static String event;
    private static String journey;
    private static String contact;

    private Page page;

    @BeforeAll
    static void somebodyOnTheWay() {
        house = RunningHouse.open();
        api = house.api();
        api.post("/event-types", Map.of("key", TYPE, "name", "Biljett köpt", "category", "order"));
        workflow = api.activated(
                Map.of("name", "Tacka köparen", "tags", List.of("biljetter")),
                RunningHouse.text("reading.bpmn"),
                Map.of(
                        "start",
                        List.of(Map.of("eventType", TYPE, "reentry", Map.of("mode", "once"))),
                        "stop",
                        List.of()));
        var rosa = Map.of("EmailAddress", "rosa.lind@example.com", "FirstName", "Rosa", "ticket", "T-1");
        event = api.event(TYPE, "T-1", rosa);
        journey = api.await(
                        "/journeys?workflow=" + workflow,
                        rows -> rows.at("/items/0/stands/until").isString())
                .at("/items/0/id")
                .asString();
        event = api.event(TYPE, "T-2", rosa);
        contact = api.await("/events/" + event, found -> found.path("decisions").size() > 0)
                .path("contactId")
                .asString();
    }

    @BeforeEach
    void openSwedishBrowser() {
        page = house.page("sv-SE");
    }

    @AfterEach
    void closeWindow() {
        page.context().close();
    }

    @Test
    void shouldSayEverythingInSwedish() {
        go("/workflows");
        assertThat(page.locator("body")).containsText("Tacka köparen");
        assertThat(page.evaluate("document.documentElement.lang")).isEqualTo("sv-SE");
        look("workflows");

        go("/workflow/" + workflow);
        assertThat(page.locator(".us-card, .djs-shape").first()).isVisible();
        look("drawing");

        go("/contact/" + contact);
        assertThat(page.locator("body")).containsText("rosa.lind@example.com");
        look("contact");

        go("/events?event=" + event);
        assertThat(page.locator(".us-panel"))
                .containsText("Arbetsflödet startar en gång per kontakt och startade den ");
        look("event");

        go("/journey/" + journey);
        assertThat(page.locator("body")).containsText("Startades av händelsen " + TYPE + " (T-1)");
        look("journey");

        for (var path : List.of("journeys", "messages", "event-types", "status", "settings/workspace")) {
            go("/" + path);
            assertThat(page.locator("h1, h2").first()).isVisible();
            look(path.replace('/', '-'));
        }
    }

    private void go(String path) {
        page.navigate(house.designer() + path);
    }

    private void look(String name) {
        page.waitForTimeout(500);
        Look.at(page).and("sv-" + name).shouldFit();
        assertThat(english()).as("English on " + name).isEmpty();
    }

    /** Lines of the page that are an English text of ours, and no Swedish one. */
    private Set<String> english() {
        var swedish = texts(SWEDISH);
        var found = new TreeSet<String>();
        for (var line : page.locator("body").innerText().split("\n")) {
            if (texts(Locale.ENGLISH).contains(line.strip()) && !swedish.contains(line.strip())) {
                found.add(line.strip());
            }
        }
        return found;
    }

    private static Set<String> texts(Locale locale) {
        var keys = new Properties();
        try (var file = SwedishIT.class.getResourceAsStream("/vaadin-i18n/translations.properties")) {
            keys.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var languages = new Languages();
        var texts = new HashSet<String>();
        keys.stringPropertyNames().stream()
                .map(key -> languages.getTranslation(key, locale))
                .filter(text -> text.length() > 2)
                .forEach(texts::add);
        return texts;
    }
}
