package io.usher.designer.house;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What came in and what became of it, read in a real browser from a real engine. */
class ReadingIT extends HouseWindow {

    private static final String TYPE = "readingTicketBought";
    private static final String LONG = "A name that goes on and on, as people write them; ".repeat(4);

    private static String workflow;
    private static String event;
    private static String journey;
    private static String message;

    @BeforeAll
    static void somebodyOnTheWay() {
        api.post("/event-types", Map.of("key", TYPE, "name", "Ticket bought", "category", "order"));
        workflow = ticketWorkflow("Reading: thank the buyer");
        ticketWorkflow(LONG);
        event = api.event(
                TYPE,
                "T-1",
                Map.of(
                        "EmailAddress",
                        "rosa@example.com",
                        "FirstName",
                        "Rosa",
                        "ticket",
                        "T-1",
                        "seats",
                        List.of(Map.of("row", 7, "seat", 12), Map.of("row", 7, "seat", 13))));
        journey = api.await(
                        "/journeys?workflow=" + workflow,
                        rows -> rows.at("/items/0/stands/until").isString())
                .at("/items/0/id")
                .asString();
        message = api.await(
                        "/messages?state=held&workflow=" + workflow,
                        rows -> !rows.path("items").isEmpty())
                .at("/items/0/id")
                .asString();
    }

    /** Sends a message and waits a day, each time a ticket is bought. */
    private static String ticketWorkflow(String name) {
        return api.activated(
                Map.of("name", name, "tags", List.of("reading")),
                RunningHouse.text("reading.bpmn"),
                Map.of(
                        "start",
                        List.of(Map.of("eventType", TYPE, "reentry", Map.of("mode", "each"))),
                        "stop",
                        List.of()));
    }

    @Test
    void shouldShowAnEventThatArrivesWhileTheHistoryIsOpen() {
        // given
        go("/events?type=readingSeatScanned");
        assertThat(page.locator(".us-empty h2")).hasText("Nothing found");

        // when
        var id = api.event("readingSeatScanned", "gate 4", Map.of("EmailAddress", "rosa@example.com", "gate", 4));

        // then
        assertThat(page.locator(".us-rows tbody tr:has(td)")).hasCount(1);
        assertThat(page.locator(".us-rows tbody")).containsText("gate 4");
        assertThat(page.locator(".us-rows tbody")).containsText("Rosa");
        assertThat(page.locator(".us-rows tbody")).containsText("No workflow is linked");

        // when
        page.locator(".us-rows tbody a.us-open").first().click();

        // then
        assertThat(page).hasURL(Pattern.compile("event=" + id));
        assertThat(page.locator(".us-panel")).containsText("No workflow has reacted to it.");
    }

    @Test
    void shouldKeepTheRowWhereItWasClicked() {
        // given
        for (int number = 1; number <= 3; number++) {
            api.event("readingRow", "row " + number, Map.of("EmailAddress", "rosa@example.com"));
        }
        go("/events?type=readingRow");
        var rows = page.locator(".us-rows tbody tr:has(td)");
        assertThat(rows).hasCount(3);
        assertThat(rows.nth(1)).containsText("row 2");
        var before = rows.nth(1).boundingBox();
        assertThat(before.height).isEqualTo(40);

        // when: one comes while it is open
        rows.nth(1).locator("a.us-open").click();
        assertThat(page.locator(".us-panel-head")).containsText("row 2");
        api.event("readingRow", "row 4", Map.of("EmailAddress", "rosa@example.com"));

        // then
        assertThat(page.locator(".us-news")).containsText("1 new");
        assertThat(page.locator("tr[aria-current]")).containsText("row 2");
        assertThat(page.locator("tr[aria-current]").boundingBox().y).isEqualTo(before.y);
        assertThat(rows.nth(1)).containsText("Rosa");
        Look.at(page).and("events-news").shouldFit();

        // when
        page.locator(".us-news button").click();

        // then
        assertThat(rows.first()).containsText("row 4");
    }

    @Test
    void shouldShowWhatWasReceivedBetweenTwoMoments() {
        // given
        go("/events?type=" + TYPE);
        assertThat(page.locator(".us-rows tbody tr:has(td)")).not().hasCount(0);

        // when
        page.locator("#filter-time input").fill("Between");
        page.locator("vaadin-combo-box-item").getByText("Between two times").click();

        // then
        assertThat(page).hasURL(Pattern.compile("from=.*to="));
        assertThat(page.locator("#filter-from")).isVisible();
        Look.at(page).and("events-between").shouldFit();
    }

    @Test
    void shouldShowAContactWithWhatHappened() {
        // given
        go("/journey/" + journey);

        // when
        page.locator(".us-one-title").getByText("Rosa").click();

        // then
        assertThat(page).hasURL(Pattern.compile("/contact/"));
        assertThat(page.locator(".us-latest").first()).containsText("Reading: thank the buyer");
        Look.at(page).and("contact").shouldFit();
    }

    @Test
    void shouldShowWhatAnEventBroughtAndWhatItLedTo() {
        // when
        go("/events?type=" + TYPE + "&event=" + event);

        // then
        var panel = page.locator(".us-panel");
        assertThat(panel.locator(".us-decisions")).containsText("Reading: thank the buyer");
        assertThat(panel.locator(".us-decisions")).containsText("Started");
        assertThat(panel.locator(".us-tree").first()).containsText("seats");
        assertThat(panel).containsText("Rosa");
        Look.at(page).and("event").shouldFit();

        // and the way to the journey
        panel.getByText("See journey").first().click();
        assertThat(page).hasURL(Pattern.compile("/journey/"));
        assertThat(page.locator("h3").first()).isVisible();
    }

    @Test
    void shouldShowThreeHundredParametersOfOneEvent() {
        // given
        var params = new LinkedHashMap<String, Object>();
        for (int number = 1; number <= 299; number++) {
            params.put("param" + number, "value of " + number);
        }
        params.put("EmailAddress", "rosa@example.com");
        var id = api.event("readingManyParams", "N".repeat(200), params);

        // when
        go("/events?type=readingManyParams&event=" + id);

        // then
        assertThat(page.locator(".us-tree-line")).hasCount(300);
        assertThat(page.locator(".us-tree")).containsText("value of 299");
        Look.at(page).and("event-300-parameters").shouldFit();
    }

    @Test
    void shouldShowAJourneyWithItsTrailAndWhereItStands() {
        // when
        go("/journey/" + journey);

        // then
        var trail = page.locator(".us-trail");
        assertThat(trail.first()).containsText("Thank you");
        assertThat(trail.locator("li[data-result=waiting]")).containsText("Wait a day");
        assertThat(page.locator("h2").first()).hasText("Reading: thank the buyer");
        Look.at(page).and("journey").shouldFit();

        // when: the reader looks at the drawing from near, and the journey goes on meanwhile
        var drawing = page.locator(".us-journey-picture bpmn-path");
        assertThat(drawing.locator("[data-element-id=OneDay].us-now")).hasCount(1);
        var whole = drawing.locator(".viewport").getAttribute("transform");
        drawing.locator("[data-element-id=Thanks]").hover();
        page.keyboard().down("Control");
        page.mouse().wheel(0, -300);
        page.keyboard().up("Control");
        page.waitForCondition(() -> !whole.equals(drawing.locator(".viewport").getAttribute("transform")));
        var near = drawing.locator(".viewport").getAttribute("transform");
        api.pass(
                Duration.ofDays(1),
                "/journeys/" + journey,
                found -> found.path("state").asString().equals("finished"));

        // then: without reloading
        assertThat(page.locator(".us-one-head")).containsText("Finished");
        assertThat(trail.locator("li[data-result=waiting]")).hasCount(0);
        assertThat(drawing.locator("[data-element-id=OneDay].us-done")).hasCount(1);
        assertThat(drawing.locator(".us-now")).hasCount(0);
        assertThat(drawing.locator(".viewport")).hasAttribute("transform", near);
    }

    @Test
    void shouldShowAHeldMessageShutInAFrameAndSendIt() {
        // given
        go("/message/" + message);
        assertThat(page.locator("h2")).hasText("Your ticket T-1");
        assertThat(page.locator(".us-lead")).containsText("No mail server");

        // then
        var frame = page.locator(".us-preview iframe");
        assertThat(frame).hasAttribute("sandbox", "");
        assertThat(page.frameLocator(".us-preview iframe").locator("h1")).hasText("Thank you, Rosa!");
        Look.at(page).and("message-held").shouldFit();

        // when
        page.locator("#send").click();
        var send = page.getByRole(AriaRole.ALERTDIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Send now"));
        assertThat(send).isVisible();
        Look.at(page).and("message-send");
        send.click();

        // then: the rules were looked at again
        api.await("/messages/" + message, found -> found.path("history").size() == 4);
        page.reload();
        assertThat(page.locator(".us-history li")).hasCount(4);
    }

    @Test
    void shouldKeepTheFilterWhenThePageIsLoadedAgain() {
        // given
        go("/journeys");
        page.locator("#filter-contact input").fill("rosa@example.com");
        page.locator("#filter-contact input").press("Enter");
        assertThat(page).hasURL(Pattern.compile("contact=rosa"));
        page.locator("#filter-workflow input").fill("Reading: thank");
        page.locator("vaadin-combo-box-item")
                .getByText("Reading: thank the buyer")
                .click();
        assertThat(page).hasURL(Pattern.compile("workflow=" + workflow));

        // when
        page.reload();

        // then
        assertThat(page.locator("#filter-contact input")).hasValue("rosa@example.com");
        assertThat(page.locator("#filter-workflow input")).hasValue("Reading: thank the buyer");
        assertThat(page.locator(".us-rows tbody tr:has(td)")).hasCount(1);
        page.goBack();
        assertThat(page.locator("#filter-workflow input")).hasValue("");
        assertThat(page.locator("#filter-contact input")).hasValue("rosa@example.com");
    }

    @Test
    void shouldBeReadableInEveryList() {
        list("/events", "events");
        list("/event-types?search=reading", "event-types");
        list("/journeys?contact=rosa@example.com", "journeys");
        list("/messages", "messages");
        go("/status");
        assertThat(page.locator("h2").first()).hasText("Everything is running");
        Look.at(page).and("status").shouldFit();
        go("/messages?state=uncertain");
        assertThat(page.locator(".us-empty h2")).hasText("Nothing found");
        Look.at(page).and("messages-no-match");
    }

    @Test
    void shouldBeReadableBeforeSignIn() {
        var stranger = house.strangersPage();
        stranger.navigate(house.designer() + "/events");
        assertThat(stranger.locator("h1")).hasText("Sign in");
        Look.at(stranger).and("sign-in").shouldFit();
        stranger.context().close();
    }

    private void list(String path, String name) {
        go(path);
        assertThat(page.locator(".us-rows tbody tr:has(td)").first()).isVisible();
        Look.at(page).and(name).shouldFit();
    }

    private void go(String path) {
        page.navigate(house.designer() + path);
    }
}
