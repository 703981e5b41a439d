package io.usher.designer.canvas;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The canvas as a person meets it: cards by their titles, lines by the titles at their ends. */
public record CanvasPage(Page page) {

    public static final String CANVAS = "document.querySelector('bpmn-designer')";

    void offer() throws IOException {
        // at each frame: a locator would look again after half a second
        page.waitForFunction("document.querySelector('bpmn-designer .djs-container') !== null");
        page.evaluate("blocks => %s.offer(JSON.parse(blocks))".formatted(CANVAS), text("blocks.json"));
    }

    void open(String xml) {
        page.evaluate("xml => %s.open(xml)".formatted(CANVAS), xml);
        save();
    }

    public String save() {
        return (String) page.evaluate(CANVAS + ".save()");
    }

    /** What the writer makes of the drawing, also where nothing was changed. */
    String writtenAnew() {
        return (String) page.evaluate(CANVAS + ".modeler.saveXML({format: true}).then(r => r.xml)");
    }

    /** Every line as "Start>Wait", in the order they were drawn. */
    @SuppressWarnings("unchecked")
    public List<String> lines() {
        return (List<String>) page.evaluate(CANVAS
                + ".modeler.get('elementRegistry').filter(e => e.waypoints)"
                + ".map(f => f.source.businessObject.name + '>' + f.target.businessObject.name)");
    }

    public Locator palette(String block) {
        return page.locator("[data-block='" + block + "']");
    }

    public Locator card(String title) {
        return page.locator("bpmn-designer .djs-shape")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(".us-card-title")
                                .getByText(title, new Locator.GetByTextOptions().setExact(true))));
    }

    public Locator handle(Locator card) {
        return page.locator("[data-handle='" + id(card) + "']");
    }

    public static String id(Locator card) {
        return card.getAttribute("data-element-id");
    }

    public void keys(String... keys) {
        for (var key : keys) {
            page.keyboard().press(key);
        }
    }

    /** Adds a block by its name through the menu that the key A opens. */
    public void add(String name) {
        keys("a");
        page.keyboard().type(name);
        keys("Enter");
    }

    /** From the palette to a point of the canvas. */
    public void drag(String block, double x, double y) {
        var from = palette(block).boundingBox();
        drag(from.x + 40, from.y + from.height / 2, x, y);
    }

    public void drag(double fromX, double fromY, double x, double y) {
        page.mouse().move(fromX, fromY);
        page.mouse().down();
        page.mouse().move(fromX + 12, fromY + 8, new Mouse.MoveOptions().setSteps(3));
        page.mouse().move(x, y, new Mouse.MoveOptions().setSteps(10));
        page.mouse().up();
    }

    public void connect(Locator source, Locator target) {
        select(source);
        page.locator(".djs-context-pad .us-pad-connect").click();
        var box = target.boundingBox();
        page.mouse().move(box.x + 60, box.y + 30, new Mouse.MoveOptions().setSteps(6));
        page.mouse().click(box.x + 60, box.y + 30);
    }

    /** Clicks until it is selected: the canvas swallows clicks for a moment after a drag. */
    public void select(Locator card) {
        bringIntoView(card);
        page.waitForCondition(() -> {
            if (!selected(card)) {
                card.click();
            }
            return selected(card);
        });
    }

    private void bringIntoView(Locator card) {
        page.evaluate(
                "id => { const {modeler} = %s; modeler.get('canvas').scrollToElement(modeler.get('elementRegistry').get(id), 90); }"
                        .formatted(CANVAS),
                id(card));
    }

    public static boolean selected(Locator card) {
        return card.getAttribute("class").contains("selected");
    }

    public static BoundingBox box(Locator card) {
        return card.locator(".us-card").boundingBox();
    }

    public void isSelected(String title) {
        assertThat(page.locator(".us-canvas .djs-shape.selected .us-card-title"))
                .hasText(title);
    }

    void picture(String name) {
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            var file = "%s-%s.png".formatted(name, scheme.name().toLowerCase(Locale.ROOT));
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screens", file)));
        }
    }

    static String contract() throws IOException {
        return Files.readString(Path.of("..", "bpmn-samples", "contract.bpmn"));
    }

    /** The same as a tool draws it whose blocks are smaller than the cards: half as far apart, tasks of 100 by 80. */
    public static String tight(String drawing) {
        return Pattern.compile(
                        "x=\"(\\d+)\" y=\"(\\d+)\"(?: width=\"220\" height=\"72\"| width=\"200\" height=\"76\")?")
                .matcher(drawing)
                .replaceAll(at -> "x=\"%d\" y=\"%d\"%s"
                        .formatted(
                                Integer.parseInt(at.group(1)) / 2,
                                Integer.parseInt(at.group(2)) / 2,
                                at.group().contains("width") ? " width=\"100\" height=\"80\"" : ""));
    }

    static String text(String name) throws IOException {
        try (var resource = CanvasPage.class.getResourceAsStream("/canvas/" + name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
