package io.usher.designer.house;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A marketer with a mouse: from an empty canvas to an active order confirmation, and what then happens to a buyer. */
class DrawingIT extends HouseWindow {

    private static final Logger LOG = LoggerFactory.getLogger(DrawingIT.class);
    private static final String TYPE = "ticketOrderPaid";
    private static final String NAME = "Thank you for your order";
    private static final String SUBJECT = "Your order {{ order.externalOrderId }}";
    private static final String HTML = "<h1>Thank you, {{ contact.firstName }}!</h1>"
            + "<p>Your tickets for {{ order.items[0].name }} are on their way.</p>";

    private Hand hand;

    @AfterEach
    void keepTheLastPicture() {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "pictures", "drawing-last.png")));
    }

    @Test
    void shouldDrawActivateAndFollowAnOrderConfirmation() {
        hand = new Hand(page);
        makeTheEventType();
        go("/workflows");
        hand = new Hand(page);
        begin();
        draw();
        trigger();
        activate();
        LOG.info("From the list to an active order confirmation: {}", hand.effort());
        var journey = buy();
        takeThePictureOfTheReadme();
        readTheHistory();
        readTheMessage();
        readTheJourney(journey);
        pauseAndResume();
        bringBackTheFirstVersion();
    }

    private void makeTheEventType() {
        go("/event-types");
        page.locator("#new-type:visible, #first-type:visible").first().click();
        page.locator("#type-name input").fill("Ticket order paid");
        assertThat(page.locator("#type-key input")).hasAttribute("placeholder", TYPE);
        Look.at(page).and("new-event-type").shouldFit();
        hand.pick(page.locator("#type-category"), "Order");
        page.locator("#create-type").click();
        assertThat(page.locator(".us-rows tbody")).containsText(TYPE);
    }

    private void begin() {
        hand.click(
                page.locator("#new-workflow:visible, #first-workflow:visible").first());
        hand.write("#workflow-name input", NAME);
        Look.at(page).and("new-workflow").shouldFit();
        hand.click("#begin-empty");
        assertThat(hand.card("Start")).isVisible();
        Look.at(page).and("drawing-empty").shouldFit();
    }

    private void draw() {
        // dropped under a card, a block comes after it
        var start = hand.box(hand.card("Start"));
        var order = hand.bring("get-order", "Get order", start.x + start.width / 2, start.y + start.height + 110);
        // by a click, which puts it after the selected one
        hand.select(order);
        hand.mark(hand.setting("by"), "The event key");
        hand.mark(hand.setting("whenMissing"), "End the journey");
        hand.append("segment-add", "Add to segment");
        hand.click(hand.setting("segment").locator(".us-form-more"));
        hand.write(hand.setting("segment").locator(".us-new-name input"), "Ticket buyers");
        hand.click(hand.setting("segment").locator(".us-new-create"));
        assertThat(hand.card("Add to segment")).containsText("Ticket buyers");
        hand.append("send-message", "Send message");
        hand.mark(hand.setting("kind"), "Transactional");
        hand.write(hand.setting("subject").locator("input, textarea").first(), SUBJECT);
        hand.write(hand.setting("html").locator("textarea").first(), HTML);
        hand.called("Confirmation");
        assertThat(hand.card("Confirmation")).isVisible();
        hand.append("split", "Split");
        hand.isSaved();
        Look.at(page).and("drawing-half").shouldFit();

        // its two ways are there; the first is asked about the order, before anything is drawn further
        hand.append("condition", "Condition");
        hand.choose(page.locator("#side .us-rule-row vaadin-combo-box").first(), "Order total");
        hand.pick(page.locator("#side .us-rule-row vaadin-select").first(), "is more than");
        hand.write(page.locator("#side .us-rule-value input").first(), "500");
        assertThat(page.locator("bpmn-designer .us-way-label").getByText("Yes · total cost over 500"))
                .isVisible();
        Look.at(page).and("drawing-condition").shouldFit();
        hand.append("send-message", "Send message");
        hand.called("Large order");
        hand.mark(hand.setting("kind"), "Transactional");
        hand.write(hand.setting("subject").locator("input, textarea").first(), "A table is kept for you");
        hand.write(hand.setting("html").locator("textarea").first(), "<p>Come early, {{ contact.firstName }}.</p>");
        hand.click("[data-action=fit]");

        // onto a line: it takes the block in and makes room
        var message = hand.box(hand.card("Confirmation"));
        hand.bring("wait", "Wait", message.x + message.width / 2 + 4, message.y + message.height + 12);
        hand.write(hand.setting("amount").locator("input"), "1");
        hand.pick(hand.setting("unit").locator("vaadin-select"), "days");
        hand.isSaved();
        Look.at(page).and("drawing-done").shouldFit();
    }

    private void trigger() {
        hand.click("#triggers-open");
        hand.click("#switch-start input");
        hand.choose(page.locator(".us-link vaadin-combo-box").first(), "Ticket order paid");
        assertThat(page.locator(".us-link-says")).isVisible();
        Look.at(page).and("triggers").shouldFit();
        hand.click("#save-triggers");
        assertThat(page.locator(".us-chip-start")).containsText("Ticket order paid");
    }

    /** The picture on top of the README: docs/designer.png is a copy of it. */
    private void takeThePictureOfTheReadme() {
        page.locator("[data-action=fit]").click();
        hand.card("Confirmation").click();
        assertThat(page.locator("#side .us-block-name input")).hasValue("Confirmation");
        assertThat(page.locator("#problems-open")).hasText("Problems");
        assertThat(page.locator("vaadin-notification-card")).hasCount(0);
        hand.rest();
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "pictures", "readme.png"))
                .setAnimations(ScreenshotAnimations.DISABLED));
    }

    private void activate() {
        hand.isSaved();
        hand.click("#activate");
        var asks = page.getByRole(AriaRole.ALERTDIALOG);
        assertThat(asks).containsText("Ticket order paid");
        Look.at(page).and("activate").shouldFit();
        hand.click(asks.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Activate")));
        assertThat(page.locator(".us-drawing-title")).containsText("Active");
    }

    private String buy() {
        api.post(
                "/orders",
                Map.of(
                        "orders",
                        List.of(Map.ofEntries(
                                Map.entry("externalOrderId", "D-1001"),
                                Map.entry("externalCustomerId", "drawing-1"),
                                Map.entry("email", "ingrid@example.com"),
                                Map.entry("firstName", "Ingrid"),
                                Map.entry("totalCost", 960),
                                Map.entry("currency", "SEK"),
                                Map.entry("status", "INITIALIZED"),
                                Map.entry("date", Instant.now().toString()),
                                Map.entry("history", true),
                                Map.entry(
                                        "items",
                                        List.of(Map.of(
                                                "externalItemId",
                                                "T-1",
                                                "name",
                                                "Swan Lake, row 7",
                                                "quantity",
                                                2,
                                                "cost",
                                                480)))))));
        api.event(TYPE, "D-1001", Map.of("EmailAddress", "ingrid@example.com"));
        return api.await(
                        "/journeys?workflow=" + workflow(),
                        rows -> rows.at("/items/0/stands/until").isString())
                .at("/items/0/id")
                .asString();
    }

    /** The workflow whose drawing the page shows. */
    private String workflow() {
        return page.url().replaceAll(".*/workflow/([^?]+).*", "$1");
    }

    private void readTheHistory() {
        go("/events?type=" + TYPE);
        var row = page.locator(".us-rows tbody tr:has(td)").first();
        assertThat(row).containsText("D-1001");
        assertThat(row).containsText("Ingrid");
        assertThat(row).containsText(NAME);
        row.locator("a.us-open").click();
        assertThat(page.locator(".us-panel .us-decisions")).containsText("Started");
    }

    private void readTheMessage() {
        go("/messages?contact=ingrid@example.com");
        page.locator(".us-rows tbody a.us-open").first().click();
        assertThat(page.locator("h2").first()).hasText("Your order D-1001");
        assertThat(page.frameLocator(".us-preview iframe").locator("h1")).hasText("Thank you, Ingrid!");
    }

    private void readTheJourney(String journey) {
        go("/journey/" + journey);
        assertThat(page.locator(".us-trail li[data-result=waiting]")).containsText("Wait");
        assertThat(page.locator("bpmn-path .djs-shape.us-done").first()).isVisible();
        Look.at(page).and("journey-drawn").shouldFit();
        page.locator("a").getByText(NAME).first().click();
        assertThat(hand.card("Confirmation")).isVisible();
    }

    private void pauseAndResume() {
        choose("#pause");
        hand.confirm("Pause");
        assertThat(page.locator("#resume")).isVisible();
        page.locator("#resume").click();
        assertThat(page.locator("#resume")).isHidden();
    }

    private void bringBackTheFirstVersion() {
        hand.select(hand.card("Confirmation"));
        hand.called("Renamed later");
        assertThat(hand.card("Renamed later")).isVisible();
        hand.isSaved();
        page.locator("#activate").click();
        hand.confirm("Activate");
        api.await("/workflows/" + workflow(), found -> found.path("version").asInt() == 2);
        choose("#versions-open");
        page.locator("#look-1").click();
        assertThat(page.locator("bpmn-path")).containsText("Confirmation");
        Look.at(page).and("version").shouldFit();
        page.keyboard().press("Escape");
        assertThat(page.locator("bpmn-path")).hasCount(0);
        Look.at(page).and("versions").shouldFit();
        page.locator("#restore-1").click();
        assertThat(hand.card("Confirmation")).isVisible();
        Awaitility.await().untilAsserted(() -> assertThat(api.draft(workflow())).contains("name=\"Confirmation\""));
        hand.isSaved();
    }

    private void choose(String item) {
        page.locator(".us-drawing-actions vaadin-menu-bar-button:visible").click();
        page.locator(item).click();
    }

    private void go(String path) {
        page.navigate(house.designer() + path);
    }
}
