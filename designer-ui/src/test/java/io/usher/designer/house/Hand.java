package io.usher.designer.house;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import io.usher.designer.canvas.CanvasPage;
import java.time.Duration;
import java.util.regex.Pattern;

/** A person's hand on mouse and keys in the drawing screen. It counts what it does, so that the effort can be told. */
final class Hand {

    private final Page page;
    private final CanvasPage canvas;
    private final long began = System.nanoTime();
    private int clicks;
    private int drags;
    private int texts;

    Hand(Page page) {
        this.page = page;
        this.canvas = new CanvasPage(page);
    }

    void click(String selector) {
        click(page.locator(selector));
    }

    void click(Locator what) {
        what.click();
        clicks++;
    }

    /** Answers the question that is asked. */
    void confirm(String button) {
        click(page.getByRole(AriaRole.ALERTDIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true)));
    }

    /** Writes into a field and waits until the page has taken it over. */
    void write(Locator field, String text) {
        field.fill(text);
        texts++;
        field.blur();
    }

    void write(String selector, String text) {
        write(page.locator(selector), text);
    }

    /** Finds a line of a list by typing its beginning, and takes it. */
    void choose(Locator comboBox, String text) {
        comboBox.locator("input").fill(text);
        texts++;
        click(page.locator("vaadin-combo-box-item")
                .getByText(text, new Locator.GetByTextOptions().setExact(true))
                .first());
    }

    /** Takes a line of a list that cannot be typed into. */
    void pick(Locator select, String text) {
        click(select);
        click(page.locator("vaadin-select-list-box vaadin-select-item")
                .getByText(text, new Locator.GetByTextOptions().setExact(true)));
    }

    /** Takes one of a few that stand side by side. */
    void mark(Locator choices, String text) {
        click(choices.locator("vaadin-radio-button").filter(new Locator.FilterOptions().setHasText(text)));
    }

    /** Pulls a block out of the palette to a place of the canvas; the new card. */
    Locator bring(String block, String title, double x, double y) {
        var before = canvas.card(title).count();
        canvas.drag(block, x, y);
        drags++;
        assertThat(canvas.card(title)).hasCount(before + 1);
        return byId(page.locator("bpmn-designer .djs-shape.selected").getAttribute("data-element-id"));
    }

    /** Pulls a line from the edge of one card onto another. */
    void connect(Locator from, Locator to) {
        var lines = canvas.lines().size();
        from.hover();
        var edge = canvas.handle(from);
        assertThat(edge).isVisible();
        var handle = edge.boundingBox();
        var target = box(to);
        canvas.drag(
                handle.x + handle.width / 2,
                handle.y + handle.height / 2,
                target.x + target.width / 2,
                target.y + target.height / 2);
        drags++;
        page.waitForCondition(() -> canvas.lines().size() == lines + 1);
    }

    void select(Locator card) {
        canvas.select(card);
        clicks++;
    }

    /** Where the card lies on the screen now. */
    BoundingBox box(Locator card) {
        return CanvasPage.box(card);
    }

    Locator card(String title) {
        return canvas.card(title);
    }

    Locator byId(String element) {
        return page.locator("bpmn-designer .djs-shape[data-element-id='" + element + "']");
    }

    /** A setting in the side form. */
    Locator setting(String name) {
        return page.locator("#side [data-setting='" + name + "']");
    }

    /** Adds the block after the selected one, and waits until its form is there. */
    void append(String block, String title) {
        click("[data-block='" + block + "']");
        assertThat(page.locator("#side h2")).hasText(title);
        assertThat(page.locator("#side .us-block-name input")).hasValue(title);
    }

    void called(String title) {
        write("#side .us-block-name input", title);
    }

    void isSaved() {
        assertThat(page.locator("#saving")).hasAttribute("data-unsaved", "false");
        assertThat(page.locator("#saving")).hasText(Pattern.compile("Saved.*"));
    }

    /** Moves the mouse where it disturbs nothing. */
    void rest() {
        page.mouse().move(720, 20, new Mouse.MoveOptions().setSteps(2));
    }

    String effort() {
        return "%d clicks, %d drags, %d texts, %d s"
                .formatted(
                        clicks,
                        drags,
                        texts,
                        Duration.ofNanos(System.nanoTime() - began).toSeconds());
    }
}
