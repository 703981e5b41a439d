package io.usher.designer.canvas;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.usher.designer.BuiltDesigner;
import io.usher.designer.Chromium;
import io.usher.designer.FakeEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Drawing by hand: a real mouse on the built canvas in a real browser. */
class CanvasIT {

    private static final FakeEngine ENGINE = new FakeEngine();
    private static Chromium chromium;
    private static BuiltDesigner designer;

    private final List<String> complaints = new ArrayList<>();
    private Page page;

    @BeforeAll
    static void start() throws Exception {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        chromium = new Chromium();
        designer = new BuiltDesigner(ENGINE.url(), "--usher.designer.canvas-bench=true");
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
    void canvas() throws IOException {
        page = chromium.browser().newPage(new Browser.NewPageOptions().setViewportSize(1440, 900));
        page.setDefaultTimeout(30_000);
        page.onPageError(complaints::add);
        page.navigate(designer.url() + "/canvas-bench");
        page.locator("bpmn-designer .djs-container").waitFor();
        page.evaluate("""
                blocks => document.querySelector('bpmn-designer').offer(JSON.parse(blocks),
                    {blocks: 'Blocks', canvas: 'Canvas', undo: 'Undo', redo: 'Redo', zoomIn: 'In', zoomOut: 'Out',
                     fit: 'All', tidy: 'Tidy up', map: 'Map', yes: 'Yes', else: 'Else', way: 'Way'})""", text("blocks.json"));
    }

    @AfterEach
    void shouldHaveNoErrorInTheBrowser() {
        page.context().close();
        assertThat(complaints).isEmpty();
    }

    @Test
    void shouldDrawWhatTheContractSaysByClickingAndDragging() throws IOException {
        // given
        open(text("first.bpmn"));
        card("Start").click();

        // when: blocks by click, each after the selected one; the last by dragging and connecting
        palette("get-order").click();
        palette("condition").click();
        palette("send-message").click();
        card("Condition").click();
        palette("wait").click();
        picture("canvas-clicked");
        dragBeside("exit", card("Send message"));
        connect(card("Send message"), card("Exit"));

        // then
        assertThat(page.locator("#drawn")).containsText("targetRef=\"" + id(card("Exit")) + "\"");
        assertThat(save())
                .contains("<zeebe:taskDefinition type=\"usher.get-order\" />")
                .contains("<zeebe:property name=\"usher.block\" value=\"get-order\" />")
                .contains("<zeebe:property name=\"usher.settings\" value=\"{&#34;by&#34;:&#34;key&#34;}\" />")
                .contains("<zeebe:property name=\"usher.block\" value=\"exit\" />")
                .contains("&#34;rule&#34;:{&#34;all&#34;:[]}")
                .contains("&#34;else&#34;:true")
                .containsPattern("<bpmn:timerEventDefinition id=\"[^\"]+\" />")
                .doesNotContain("conditionExpression")
                .doesNotContain("timeDuration");
        picture("canvas-drawn");
    }

    @Test
    void shouldGiveBackTheSameBytesUntouchedAndAfterSaveAndReload() throws IOException {
        // given
        var contract = contract();
        open(contract);
        assertThat(card("Get order")).isVisible();
        picture("canvas-contract");

        // then
        assertThat(save()).isEqualTo(contract);

        // when
        page.locator("[data-action=tidy]").click();
        var saved = save();
        open(saved);

        // then
        assertThat(saved).isNotEqualTo(contract);
        assertThat(save()).isEqualTo(saved);
        assertThat(writtenAnew()).isEqualTo(saved);
        picture("canvas-tidy");
    }

    @Test
    void shouldTakeAFormBackWithOneUndoAndBringItAgainWithOneRedo() throws IOException {
        // given
        open(contract());

        // when
        page.evaluate("document.querySelector('bpmn-designer')"
                + ".change('Rest', {name: 'Three days', settings: {amount: 3, unit: 'days'}})");
        assertThat(card("Three days")).containsText("3 days");
        page.locator("[data-action=undo]").click();

        // then
        assertThat(card("Wait a day")).containsText("1 days");
        assertThat(page.locator("[data-action=undo]")).isDisabled();
        page.locator("[data-action=redo]").click();
        assertThat(card("Three days")).containsText("3 days");
    }

    @Test
    void shouldDivideASplitEvenlyWithEachWayThatIsDrawn() throws IOException {
        // given
        open(text("first.bpmn"));
        card("Start").click();
        palette("split").click();

        // when
        palette("wait").click();
        for (int way = 1; way < 3; way++) {
            card("Split").click();
            palette("wait").click();
        }

        // then
        assertThat(save())
                .contains("{&#34;name&#34;:&#34;A&#34;,&#34;order&#34;:1,&#34;share&#34;:34}")
                .contains("{&#34;name&#34;:&#34;B&#34;,&#34;order&#34;:2,&#34;share&#34;:33}")
                .contains("{&#34;name&#34;:&#34;C&#34;,&#34;order&#34;:3,&#34;share&#34;:33}");
        page.locator("[data-action=undo]").click();
        assertThat(save()).contains("&#34;share&#34;:50").doesNotContain("&#34;share&#34;:33");
    }

    @Test
    void shouldSayWhyADocumentCouldNotBeReadAndKeepWhatWasThere() throws IOException {
        // given
        open(text("first.bpmn"));

        // when
        open("<nonsense");

        // then
        assertThat(page.locator("#refused")).not().isEmpty();
        assertThat(save()).isEqualTo(text("first.bpmn"));
        assertThat(card("Start")).isVisible();
    }

    @Test
    void shouldShowTheMapAndLeaveTheWatermarkFree() throws IOException {
        // given
        open(text("first.bpmn"));

        // when
        page.locator("[data-action=map]").click();

        // then
        assertThat(page.locator(".djs-minimap.open .map")).isVisible();
        page.locator(".bjs-powered-by").click(new Locator.ClickOptions().setTrial(true));
    }

    private void open(String xml) {
        page.evaluate("xml => document.querySelector('bpmn-designer').open(xml)", xml);
        save();
    }

    private String save() {
        return (String) page.evaluate("document.querySelector('bpmn-designer').save()");
    }

    /** What the writer makes of the drawing, also where nothing was changed. */
    private String writtenAnew() {
        return (String) page.evaluate(
                "document.querySelector('bpmn-designer').modeler.saveXML({format: true}).then(r => r.xml)");
    }

    private Locator palette(String block) {
        return page.locator("[data-block='" + block + "']");
    }

    private Locator card(String title) {
        return page.locator(".us-canvas .djs-shape")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(".us-card-title")
                                .getByText(title, new Locator.GetByTextOptions().setExact(true))));
    }

    private static String id(Locator card) {
        return card.getAttribute("data-element-id");
    }

    private void dragBeside(String block, Locator card) {
        var from = palette(block).boundingBox();
        var to = card.boundingBox();
        page.mouse().move(from.x + 40, from.y + from.height / 2);
        page.mouse().down();
        page.mouse().move(from.x + 80, from.y + from.height / 2 + 8, new Mouse.MoveOptions().setSteps(4));
        page.mouse().move(to.x - to.width, to.y + to.height, new Mouse.MoveOptions().setSteps(10));
        page.mouse().up();
        assertThat(page.locator("#drawn")).containsText("value=\"exit\"");
    }

    private void connect(Locator source, Locator target) {
        select(source);
        page.locator(".djs-context-pad .entry[data-action=connect]").click();
        var box = target.boundingBox();
        page.mouse().move(box.x + 60, box.y + 30, new Mouse.MoveOptions().setSteps(6));
        page.mouse().click(box.x + 60, box.y + 30);
    }

    /** Clicks until it is selected: the canvas swallows clicks for a moment after a drag, and one too many would deselect. */
    private void select(Locator card) {
        page.waitForCondition(() -> {
            if (!selected(card)) {
                card.click();
            }
            return selected(card);
        });
    }

    private static boolean selected(Locator card) {
        return card.getAttribute("class").contains("selected");
    }

    private void picture(String name) {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            var file = "%s-%s.png".formatted(name, scheme.name().toLowerCase(Locale.ROOT));
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screens", file)));
        }
    }

    private static String contract() throws IOException {
        return Files.readString(Path.of("..", "bpmn-samples", "contract.bpmn"));
    }

    private static String text(String name) throws IOException {
        try (var resource = CanvasIT.class.getResourceAsStream("/canvas/" + name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
