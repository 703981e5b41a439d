package io.usher.designer.house;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import io.usher.designer.canvas.CanvasPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a drawing as a whole: files, copies, versions, a pause and the end. */
class LifecycleIT extends HouseWindow {

    private static final String DRAWING = RunningHouse.text("reading.bpmn");

    private Hand hand;

    @BeforeEach
    void hand() {
        hand = new Hand(page);
    }

    @Test
    void shouldTakeInAFileFromAnotherToolAndGiveOutTheStoredBytes() throws IOException {
        // given
        var tight = CanvasPage.tight(DRAWING).replace("name=\"Exit\"", "name=\"Slut på åtgärden\"");
        var workflow = drawn("Lifecycle: files", DRAWING);
        open(workflow);

        // when: no drawing at all
        bringIn("no drawing at all");

        // then
        assertThat(page.locator("#refused")).containsText("The file was not opened, and nothing has changed.");
        assertThat(hand.card("Exit")).isVisible();
        assertThat(api.draft(workflow)).isEqualTo(DRAWING);
        page.locator("#refused-close").click();

        // when
        bringIn(tight);

        // then: it is stored as it came, also when it is opened again
        var crowded = page.locator("#crowded");
        assertThat(crowded).containsText("Some blocks overlap");
        stored(workflow, tight);
        Look.at(page).and("crowded").shouldFit();
        page.locator("#crowded-close").click();
        assertThat(crowded).isHidden();
        open(workflow);
        assertThat(crowded).isVisible();
        assertThat(api.draft(workflow)).isEqualTo(tight);

        // when
        page.locator("#crowded-tidy").click();

        // then
        assertThat(crowded).isHidden();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> !api.draft(workflow).equals(tight));
        hand.isSaved();
        assertThat(given("#drawing-export")).isEqualTo(api.draft(workflow));

        // when
        page.locator("[data-action=undo]").click();

        // then
        stored(workflow, tight);
        assertThat(crowded).isHidden();
        assertThat(given("#drawing-export")).isEqualTo(tight);
    }

    @Test
    void shouldTagDuplicateAndArchive() {
        // given
        var workflow = drawn("Lifecycle: one of two", DRAWING);
        var inUse = List.of("autumn", "balcony", "children", "dance", "evening", "festival", "gala", "hall", "jazz");
        api.post("/workflows", Map.of("name", "Lifecycle: with many tags", "tags", inUse));
        open(workflow);

        // when
        choose("#tags-edit");
        var tags = page.locator("#tags-field input");
        tags.fill("spring");
        tags.press("Enter");
        assertThat(page.locator("#tags-field vaadin-multi-select-combo-box-chip:not([slot=overflow])"))
                .hasText("spring");
        page.locator("#tags-save").click();

        // then
        api.await("/workflows/" + workflow, found -> tagsOf(workflow).equals("spring"));

        // when
        choose("#drawing-duplicate");

        // then
        assertThat(page.locator("#workflow-name")).hasText("Copy of Lifecycle: one of two");
        assertThat(hand.card("Thank you")).isVisible();
        page.waitForURL(url -> !url.endsWith(workflow));
        var copy = page.url().replaceAll(".*/", "");
        assertThat(api.draft(copy)).isEqualTo(DRAWING);
        assertThat(tagsOf(copy)).isEqualTo("spring");

        // when
        choose("#drawing-archive");
        hand.confirm("Archive");

        // then
        assertThat(page).hasURL(house.designer() + "/workflows");
        page.navigate(house.designer() + "/workflows?search=Lifecycle: one of two");
        assertThat(page.locator(".us-rows tbody .us-open")).hasText("Lifecycle: one of two");

        // and it can be looked at, nothing else
        open(copy);
        assertThat(page.locator(".us-drawing-title")).containsText("Archived");
        assertThat(page.locator("#activate")).isHidden();
        assertThat(page.locator("#triggers-open")).isDisabled();
        assertThat(page.locator("[data-block='wait']")).isHidden();
    }

    @Test
    void shouldLookAtAnOldVersionWithoutChangingTheDraftAndRestoreItsBytes() {
        // given
        var second = DRAWING.replace("name=\"Thank you\"", "name=\"Thank you again\"");
        var workflow = activated("lifecycleVersions", "Lifecycle: versions");
        api.draw(workflow, second);
        api.post("/workflows/" + workflow + "/activate", null);
        open(workflow);

        // when
        choose("#versions-open");
        page.locator("#look-1").click();

        // then
        assertThat(page.locator("bpmn-path .us-card-title").getByText("Thank you", exactly()))
                .isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("bpmn-path")).hasCount(0);
        assertThat(api.draft(workflow)).isEqualTo(second);

        // when
        page.locator("#restore-1").click();

        // then
        assertThat(hand.card("Thank you")).isVisible();
        stored(workflow, DRAWING);
        assertThat(page.locator(".us-drawing-title")).containsText("Active, draft changed");

        // when
        choose("#drawing-bring-back");

        // then
        assertThat(hand.card("Thank you again")).isVisible();
        stored(workflow, second);
    }

    @Test
    void shouldStartNobodyWhilePausedAndAgainWhenResumed() {
        // given
        var workflow = activated("lifecyclePause", "Lifecycle: a pause");
        open(workflow);

        // when
        choose("#pause");
        page.locator("#pause-inside vaadin-radio-button")
                .filter(new Locator.FilterOptions().setHasText("Wait before their next block"))
                .click();
        hand.confirm("Pause");

        // then
        assertThat(page.locator(".us-drawing-title")).containsText("Paused, people inside wait");
        var missed = api.event("lifecyclePause", "P-1", Map.of("EmailAddress", "pia@example.com"));
        assertThat(decided(missed)).contains("The workflow was paused.");

        // when
        page.locator("#resume").click();

        // then
        assertThat(page.locator("#resume")).isHidden();
        assertThat(page.locator(".us-drawing-title")).containsText("Active");
        var heard = api.event("lifecyclePause", "P-2", Map.of("EmailAddress", "pia@example.com"));
        assertThat(decided(heard)).contains("\"started\"");
        assertThat(api.get("/journeys?workflow=" + workflow).path("items")).hasSize(1);
    }

    @Test
    void shouldPutStartLinksInOrderByKeyboard() {
        // given
        var workflow = drawn("Lifecycle: an order", DRAWING);
        for (var type : List.of("lifecycleFirst", "lifecycleSecond")) {
            api.post("/event-types", Map.of("key", type, "name", type, "category", "order"));
        }
        api.put(
                "/workflows/" + workflow + "/triggers",
                Map.of(
                        "start",
                        List.of(start("lifecycleFirst"), start("lifecycleSecond"), start("lifecycleFirst")),
                        "stop",
                        List.of()));
        open(workflow);
        page.locator("#triggers-open").click();
        assertThat(page.locator(".us-links-in-order")).isVisible();
        assertThat(page.locator(".us-link-says")).hasCount(3);
        Look.at(page).and("triggers-in-order").shouldFit();

        // when
        var up = page.locator(".us-link").nth(1).locator(".us-link-up");
        up.focus();
        page.keyboard().press("Enter");

        // then: the focus is still on it, and at the end on the other way
        var moved = page.locator(".us-link").first();
        assertThat(moved.locator(".us-event-type-field input").first()).hasValue("lifecycleSecond");
        assertThat(moved.locator(".us-link-up")).isDisabled();
        assertThat(moved.locator(".us-link-down")).isFocused();

        // when
        page.locator("#save-triggers").click();

        // then
        assertThat(page.locator(".us-chip-start").first()).hasText("lifecycleSecond");
        assertThat(api.get("/workflows/" + workflow + "/triggers")
                        .at("/start/0/eventType")
                        .asString())
                .isEqualTo("lifecycleSecond");
    }

    // the workflow of a test

    private static String drawn(String name, String bpmn) {
        var workflow = api.post("/workflows", Map.of("name", name)).path("id").asString();
        api.draw(workflow, bpmn);
        return workflow;
    }

    private static String activated(String type, String name) {
        api.post("/event-types", Map.of("key", type, "name", name, "category", "order"));
        return api.activated(Map.of("name", name), DRAWING, Map.of("start", List.of(start(type)), "stop", List.of()));
    }

    private static Map<String, Object> start(String type) {
        return Map.of("eventType", type, "reentry", Map.of("mode", "each"));
    }

    private void open(String workflow) {
        page.navigate(house.designer() + "/workflow/" + workflow);
        assertThat(page.locator("bpmn-designer .us-card").first()).isVisible();
        hand.isSaved();
    }

    // what is done in it

    private void choose(String item) {
        page.locator(".us-drawing-actions vaadin-menu-bar-button:visible").click();
        page.locator(item).click();
    }

    private void bringIn(String content) {
        var chooser = page.waitForFileChooser(() -> choose("#drawing-import"));
        chooser.setFiles(new FilePayload("drawing.bpmn", "application/xml", content.getBytes(StandardCharsets.UTF_8)));
    }

    /** The bytes of the file that is given out. */
    private String given(String item) throws IOException {
        var download = page.waitForDownload(() -> choose(item));
        assertThat(download.suggestedFilename()).endsWith(".bpmn");
        return Files.readString(download.path());
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    // what the engine has

    private void stored(String workflow, String bpmn) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(api.draft(workflow)).isEqualTo(bpmn));
        hand.isSaved();
    }

    private static String tagsOf(String workflow) {
        return api.get("/workflows/" + workflow).at("/tags/0").asString();
    }

    private static String decided(String event) {
        return api.await("/events/" + event, found -> !found.path("decisions").isEmpty())
                .path("decisions")
                .toString();
    }
}
