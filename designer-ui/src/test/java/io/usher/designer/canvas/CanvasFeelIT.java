package io.usher.designer.canvas;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How the canvas feels under the hand and to the eye: where the focus is, what moves, what is in the way, what can be read. */
class CanvasFeelIT extends CanvasTest {

    private static final double READABLE = 11.0 / 12 - 0.001;

    @Test
    void shouldUndoAndDeleteByKeyRightAfterADrop() throws IOException {
        // given
        canvas.open(CanvasPage.text("first.bpmn"));

        // when
        canvas.drag("wait", 900, 600);
        canvas.isSelected("Wait");
        canvas.keys("Delete");

        // then
        assertThat(canvas.card("Wait")).hasCount(0);
        canvas.keys("Control+z");
        assertThat(canvas.card("Wait")).hasCount(1);
        canvas.keys("Control+z");
        assertThat(canvas.card("Wait")).hasCount(0);
    }

    @Test
    void shouldGoOnWithTheKeysOfTheDrawingAfterAnyButtonWasClicked() throws IOException {
        // given
        canvas.open(CanvasPage.contract());

        // when: the bin of a card
        canvas.select(canvas.card("Wait a day"));
        button("delete").click();

        // then: what stood before is selected, and one key brings it back
        assertThat(canvas.card("Wait a day")).hasCount(0);
        assertThat(page.locator(".us-canvas .djs-shape.selected")).hasCount(1);
        canvas.keys("Control+z");
        assertThat(canvas.card("Wait a day")).hasCount(1);

        // when: a tool
        canvas.select(canvas.card("Wait a day"));
        tool("zoom-in").click();
        canvas.keys("Delete");

        // then
        assertThat(canvas.card("Wait a day")).hasCount(0);
    }

    @Test
    void shouldStayWhereItIsWhileABlockComesInFromThePalette() throws IOException {
        // given
        canvas.open(CanvasPage.contract());
        var stage = stage();
        var before = drawn();
        var block = canvas.palette("wait").boundingBox();

        // when: slowly over the border
        page.mouse().move(block.x + 40, block.y + 15);
        page.mouse().down();
        page.mouse().move(stage.x + 4, block.y + 15, new Mouse.MoveOptions().setSteps(6));
        for (int at = 5; at < 20; at++) {
            page.mouse().move(stage.x + at, block.y + 15);
        }

        // then
        assertThat(drawn()).isEqualTo(before);

        // when: on the way to a place it passes the lower border
        page.mouse().move(stage.x + 300, stage.y + 400, new Mouse.MoveOptions().setSteps(4));
        page.mouse().move(stage.x + 300, stage.y + stage.height - 10);
        assertThat(drawn()).isEqualTo(before);

        // when: it rests there
        page.waitForCondition(() -> !drawn().equals(before));

        // then: it goes on for as long as there is something to see
        var last = page.locator("bpmn-designer [data-element-id=Done]");
        page.waitForCondition(() -> last.boundingBox().y < stage.y + stage.height);
        canvas.keys("Escape");
        page.mouse().up();
        assertThat(canvas.card("Wait")).hasCount(0);
    }

    @Test
    void shouldNotMoveTheViewWhenABlockIsDropped() throws IOException {
        // given
        canvas.open(CanvasPage.text("first.bpmn"));
        var stage = stage();
        var before = drawn();

        // when
        canvas.drag("wait", stage.x + 180, stage.y + stage.height - 70);

        // then
        canvas.isSelected("Wait");
        assertThat(drawn()).isEqualTo(before);
    }

    @Test
    void shouldTellOfNoOtherSelectionWhileSomethingIsDragged() throws IOException {
        // given
        canvas.open(CanvasPage.contract());
        canvas.select(canvas.card("Wait a day"));
        assertThat(page.locator("#selected")).containsText("id=Rest");
        page.evaluate("""
                () => {
                  window.said = [];
                  new MutationObserver(() => window.said.push(document.querySelector('#selected').textContent))
                      .observe(document.querySelector('#selected'), {childList: true, characterData: true, subtree: true});
                }""");

        // when
        canvas.drag("exit", stage().x + 120, stage().y + 400);
        canvas.isSelected("Exit");

        // then: the form goes from the one to the other
        page.waitForFunction("window.said.some(one => one.includes('block=exit'))");
        assertThat(page.evaluate("window.said.filter(one => !one.includes('block=exit'))"))
                .isEqualTo(List.of());
    }

    @Test
    void shouldKeepTheFormOfWhatStoodBeforeWhenABlockIsUndone() throws IOException {
        // given
        canvas.open(CanvasPage.text("first.bpmn"));
        canvas.palette("get-order").click();
        canvas.palette("exit").click();
        var start = CanvasPage.box(canvas.card("Start"));
        canvas.drag("wait", start.x + start.width / 2 + 6, start.y + start.height + 20);
        canvas.isSelected("Wait");

        // when
        canvas.keys("Control+z");

        // then
        assertThat(canvas.card("Wait")).hasCount(0);
        canvas.isSelected("Start");
        assertThat(page.locator("#selected")).containsText("id=" + CanvasPage.id(canvas.card("Start")));
    }

    @Test
    void shouldHaveNoBinWhereAPersonConnectsOrChooses() throws IOException {
        // given
        canvas.open(CanvasPage.contract());
        var card = canvas.card("Wait a day");
        canvas.select(card);
        assertThat(button("delete")).isVisible();

        // when: a menu is open above it
        canvas.handle(card).click();

        // then
        assertThat(page.locator(".us-menu")).isVisible();
        assertThat(button("delete")).isHidden();
        canvas.keys("Escape");
        assertThat(button("delete")).isVisible();

        // when: a line is drawn out
        var handle = canvas.handle(card).boundingBox();
        page.mouse().move(handle.x + 16, handle.y + 16);
        page.mouse().down();
        page.mouse().move(handle.x + 80, handle.y + 60, new Mouse.MoveOptions().setSteps(4));

        // then
        assertThat(button("delete")).isHidden();
        canvas.keys("Escape");
        page.mouse().up();
        assertThat(button("delete")).isVisible();
    }

    @Test
    void shouldOpenTheMenuBesideTheCardWhereThereIsNoRoomBelowIt() throws IOException {
        // given
        canvas.open(CanvasPage.contract());
        var card = canvas.card("Try two ways");
        canvas.select(card);

        // when
        canvas.handle(card).click();

        // then
        assertThat(meet(page.locator(".us-menu").boundingBox(), CanvasPage.box(card)))
                .isFalse();
        page.locator("[data-choose=exit]").click();
        canvas.isSelected("Exit");
    }

    @Test
    void shouldNeverHaveAButtonOnTheMarkOrOnAnotherCardAtAnyWidth() throws IOException {
        canvas.open(CanvasPage.contract());
        for (int width : new int[] {1440, 1024, 720, 512}) {
            page.setViewportSize(width, 768);
            page.waitForCondition(() -> stage().x + stage().width <= width);
            for (var zoom : List.of(1.0, 0.5)) {
                for (var block : List.of("Start", "Small", "Mail", "Done")) {
                    // when: as far down and to the right as a person may push it
                    page.evaluate("""
                            ([zoom, id]) => {
                              const {modeler} = document.querySelector('bpmn-designer');
                              const card = modeler.get('elementRegistry').get(id);
                              const canvas = modeler.get('canvas');
                              canvas.zoom(zoom);
                              const {x, y, width, height, scale} = canvas.viewbox();
                              canvas.scroll({
                                dx: (x + width - card.x - card.width) * scale - 2,
                                dy: (y + height - card.y - card.height) * scale - 2,
                              });
                              modeler.get('selection').select(card);
                            }""", List.of(zoom, block));
                    page.evaluate(
                            "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");

                    // then
                    var mark = page.locator("bpmn-designer .bjs-powered-by").boundingBox();
                    var tools = page.locator("bpmn-designer .us-toolbar").boundingBox();
                    var others = page.locator("bpmn-designer .djs-shape:not(.selected) .us-card").all().stream()
                            .map(Locator::boundingBox)
                            .toList();
                    for (var each : page.locator(".djs-context-pad .us-pad").all()) {
                        var box = each.boundingBox();
                        assertThat(meet(box, mark))
                                .as("%s on the mark at %d", block, width)
                                .isFalse();
                        assertThat(meet(box, tools))
                                .as("%s on the tools at %d", block, width)
                                .isFalse();
                        assertThat(each.isVisible() && others.stream().anyMatch(other -> meet(box, other)))
                                .as("%s on a card at %d", block, width)
                                .isFalse();
                    }
                }
            }
        }
    }

    @Test
    void shouldCloseTheGapOfABlockThatIsDeletedFromALine() throws IOException {
        // given
        canvas.open(CanvasPage.text("first.bpmn"));
        canvas.palette("get-order").click();
        canvas.palette("exit").click();
        var before = places();
        var start = CanvasPage.box(canvas.card("Start"));

        // when
        canvas.drag("wait", start.x + start.width / 2 + 6, start.y + start.height + 20);
        canvas.isSelected("Wait");
        assertThat(places()).isNotEqualTo(before);
        canvas.keys("Delete");

        // then
        assertThat(places()).isEqualTo(before);
        assertThat(canvas.lines()).containsExactlyInAnyOrder("Start>Get order", "Get order>Exit");

        // when: undo brings the block and its room back, in one step each
        canvas.keys("Control+z");
        assertThat(canvas.card("Wait")).hasCount(1);
        canvas.keys("Control+z");

        // then
        assertThat(places()).isEqualTo(before);
    }

    @Test
    void shouldCloseNoGapThatAPersonHasLeft() throws IOException {
        // given: two blocks far apart, with one put between them
        canvas.open(CanvasPage.text("first.bpmn"));
        canvas.palette("exit").click();
        for (int i = 0; i < 4; i++) {
            canvas.keys("Alt+ArrowDown");
        }
        var before = places();
        var start = CanvasPage.box(canvas.card("Start"));

        // when
        canvas.drag("wait", start.x + start.width / 2 + 6, start.y + start.height + 120);
        canvas.isSelected("Wait");
        canvas.keys("Delete");

        // then
        assertThat(canvas.lines()).containsExactly("Start>Exit");
        assertThat(places()).isEqualTo(before);
    }

    @Test
    void shouldReachTheToolsByTabAlsoWhileThereIsNothingToUndo() throws IOException {
        // given
        canvas.open(CanvasPage.text("first.bpmn"));
        page.evaluate(CanvasPage.CANVAS + ".focusCanvas()");

        // when: over the mark of bpmn.io
        canvas.keys("Tab", "Tab");

        // then
        assertThat(tool("undo")).isFocused();
        assertThat(tool("undo")).isDisabled();
        canvas.keys("ArrowRight", "ArrowRight");
        assertThat(tool("zoom-out")).isFocused();
        canvas.keys("End");
        assertThat(tool("help")).isFocused();
        canvas.keys("Home", "Enter");
        assertThat(tool("undo")).isFocused();
        assertThat(page.locator("bpmn-designer .us-toolbar [tabindex='0']")).hasCount(1);
    }

    @Test
    void shouldOpenADrawingReadableFromItsStart() {
        for (int blocks : new int[] {3, 12, 60}) {
            // when
            canvas.open(new Drawn(blocks).bpmn());

            // then
            assertThat(scale(drawn())).isBetween(READABLE, 1.001);
            assertThat(isIn(CanvasPage.box(canvas.card("Start")), stage())).isTrue();
        }

        // when
        tool("tidy").click();

        // then
        assertThat(scale(drawn())).isBetween(READABLE, 1.001);
        assertThat(isIn(CanvasPage.box(canvas.card("Start")), stage())).isTrue();

        // when: all of it is asked for
        tool("fit").click();

        // then: also in less room
        var whole = scale(drawn());
        assertThat(whole).isLessThan(READABLE);
        page.evaluate("document.querySelector('bpmn-designer').style.width = '900px'");
        page.waitForCondition(() -> scale(drawn()) < whole - 0.01);
    }

    @Test
    void shouldSayHowLargeItIsSeenAndShowItAtAHundredPercent() throws IOException {
        // given
        canvas.open(CanvasPage.contract());
        var figure = tool("zoom-actual");
        assertThat(figure).hasText("92 %");

        // when
        figure.click();

        // then
        assertThat(figure).hasText("100 %");
        assertThat(figure).hasAttribute("aria-label", "100 %, show at 100 % (1)");
        tool("zoom-in").click();
        assertThat(figure).hasText("110 %");
        canvas.keys("-", "-");
        assertThat(figure).hasText("90 %");
        canvas.keys("1");
        assertThat(figure).hasText("100 %");
        canvas.keys("0");
        assertThat(figure).not().hasText("100 %");
    }

    @Test
    void shouldSayWhatIsSetInTwoLinesAndInWords() throws IOException {
        // given
        canvas.open(CanvasPage.contract());
        var summary = canvas.card("Thank you").locator(".us-card-summary");

        // then: the value has its name, no sign of Liquid
        assertThat(summary).hasText("Thank you for order external order id");
        assertThat(summary.locator(".us-card-value").first()).containsText("external");
        assertThat(canvas.card("Thank you"))
                .hasAttribute("aria-label", Pattern.compile(".*for order external order id.*"));

        // when
        subject(
                "Hi {{ contact.firstName | default: 'you' }}{% if order %}, your {{ order.items[0].name }} waits{% else %} there{% endif %}");

        // then
        assertThat(summary).hasText("Hi first name, your item name waits");
        assertThat(summary.locator(":scope > tspan")).hasCount(2);

        // when
        subject("A word " + "that goes on and on ".repeat(9));

        // then
        assertThat(summary.locator(":scope > tspan")).hasCount(2);
        assertThat(summary).containsText("…");
    }

    private void subject(String subject) {
        page.evaluate("subject => %s.change('Mail', {settings: {subject}})".formatted(CanvasPage.CANVAS), subject);
    }

    @Test
    void shouldShowTheDrawingInTheMiddleOfTheFreeArea() throws IOException {
        // given
        canvas.open(new Drawn(6).bpmn());
        page.evaluate(CanvasPage.CANVAS + ".select('B2')");
        var scale = scale(drawn());

        for (int width : new int[] {1000, 1300, 900}) {
            // when: a form opens or closes beside it
            page.evaluate("width => { document.querySelector('bpmn-designer').style.width = width + 'px'; }", width);

            // then
            page.waitForCondition(() -> Math.abs(middle(drawing()) - middle(stage())) < 4);
            assertThat(scale(drawn())).isCloseTo(scale, within(0.001));
            assertThat(isIn(CanvasPage.box(page.locator("bpmn-designer [data-element-id=B2]")), stage()))
                    .isTrue();
        }
    }

    @Test
    void shouldEaseCardsToTheirPlacesUnlessThePersonWantsNoMotion() {
        // given
        canvas.open(new Drawn(12).bpmn());

        // then: what closes up
        assertThat(moving("B2")).isEqualTo(0);
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
        assertThat(moving("B2")).isEqualTo(4);
    }

    /** How many cards are on their way right after the block was deleted and brought back. */
    private int moving(String block) {
        return (int) page.evaluate("""
                id => {
                  const canvas = document.querySelector('bpmn-designer');
                  const stack = canvas.modeler.get('commandStack');
                  canvas.modeler.get('modeling').removeElements([canvas.modeler.get('elementRegistry').get(id)]);
                  const cards = [...canvas.querySelectorAll('.djs-shape')];
                  const moving = cards.filter(card => card.getAnimations().length).length;
                  stack.undo();
                  cards.forEach(card => card.getAnimations().forEach(one => one.finish()));
                  return moving;
                }""", block);
    }

    @Test
    void shouldBeLeftInTheMiddleOfAMovement() throws IOException {
        // given
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
        canvas.open(CanvasPage.contract());
        page.evaluate(CanvasPage.CANVAS + ".select('Rest')");
        canvas.save();

        // when: the drawing makes way, and is gone with the next frame
        page.evaluate("""
                () => new Promise(left => {
                  const canvas = document.querySelector('bpmn-designer');
                  canvas.style.width = '700px';
                  const frame = requestAnimationFrame;
                  frame(() => frame(() => { canvas.remove(); frame(() => frame(left)); }));
                })""");

        // then: with no error in the browser
        assertThat(page.locator("bpmn-designer")).hasCount(0);
    }

    @Test
    void shouldCarryTheColourOfTheFamilyAtTheEdgeOfEachCard() throws IOException {
        // given
        canvas.open(CanvasPage.contract());

        // then
        var same = page.evaluate("""
                () => [...document.querySelectorAll('bpmn-designer .djs-shape')].map(card =>
                  getComputedStyle(card.querySelector('.us-edge')).fill === getComputedStyle(card.querySelector('.us-icon')).stroke)""");
        assertThat((List<?>) same).hasSize(12).allMatch(Boolean.TRUE::equals);
        assertThat(page.locator("bpmn-designer .us-grid")).hasCount(1);
    }

    @Test
    void shouldWorkAtTwiceTheSizeOfTheBrowser() throws IOException {
        for (int[] size : new int[][] {{720, 450}, {512, 384}}) {
            // when
            page.setViewportSize(size[0], size[1]);
            canvas.open(CanvasPage.contract());

            // then
            var tools = page.locator("bpmn-designer .us-toolbar").boundingBox();
            var start = CanvasPage.box(canvas.card("Start"));
            assertThat(isIn(tools, stage())).isTrue();
            assertThat(isIn(start, stage())).isTrue();
            assertThat(meet(tools, start)).isFalse();
            assertThat(isIn(tool("help").boundingBox(), tools)).isTrue();
            canvas.card("Start").click();
            canvas.keys("a");
            assertThat(isIn(page.locator(".us-menu").boundingBox(), stage())).isTrue();
            canvas.keys("Escape");
        }
    }

    @Test
    void shouldLeaveTheWheelToThePageUntilTheDrawingIsClickedOrCtrlIsHeld() throws IOException {
        // given: a path on a page that is longer than the window
        page.evaluate("document.querySelector('bpmn-designer').style.height = '300px'");
        page.evaluate("document.body.style.height = '3000px'");
        page.evaluate(
                "blocks => document.querySelector('bpmn-path').offer(JSON.parse(blocks))",
                CanvasPage.text("blocks.json"));
        page.evaluate("xml => document.querySelector('bpmn-path').show(xml, [], null)", CanvasPage.contract());
        var path = page.locator("bpmn-path");
        assertThat(path.locator(".us-card")).hasCount(12);
        assertThat(path.locator("[data-action=fit]")).hasAttribute("aria-label", "Show all (0)");
        var frame = path.boundingBox();
        page.mouse().move(frame.x + 30, frame.y + 200);
        var before = walked();

        // when
        page.mouse().wheel(0, 60);

        // then
        page.waitForFunction("document.scrollingElement.scrollTop > 50");
        assertThat(walked()).isEqualTo(before);

        // when
        page.keyboard().down("Control");
        page.mouse().wheel(0, -200);
        page.waitForCondition(() -> scale(walked()) > scale(before) * 1.02);
        page.keyboard().up("Control");

        // when: clicked
        page.mouse().click(frame.x + 30, frame.y + 200);
        var zoomed = walked();
        var scrolled = page.evaluate("document.scrollingElement.scrollTop");
        page.mouse().wheel(0, 60);

        // then
        page.waitForCondition(() -> !walked().equals(zoomed));
        assertThat(page.evaluate("document.scrollingElement.scrollTop")).isEqualTo(scrolled);

        // when: all of it is asked for
        path.locator("[data-action=fit]").click();

        // then
        page.waitForCondition(() ->
                path.locator(".us-card").all().stream().allMatch(card -> isIn(card.boundingBox(), path.boundingBox())));

        // when: something else is clicked
        page.locator("bpmn-designer .us-palette-family").first().click();
        path.hover();
        var left = walked();
        var place = page.evaluate("document.scrollingElement.scrollTop");
        page.mouse().wheel(0, 60);
        page.waitForFunction("before => document.scrollingElement.scrollTop !== before", place);

        // then
        assertThat(walked()).isEqualTo(left);
    }

    private Locator tool(String action) {
        return page.locator("bpmn-designer .us-toolbar [data-action=" + action + "]");
    }

    private Locator button(String action) {
        return page.locator(".djs-context-pad .us-pad-" + action);
    }

    private BoundingBox stage() {
        return page.locator("bpmn-designer .us-canvas").boundingBox();
    }

    /** All cards together. */
    private BoundingBox drawing() {
        var boxes = page.locator("bpmn-designer .us-card").all().stream()
                .map(Locator::boundingBox)
                .toList();
        var all = new BoundingBox();
        all.x = boxes.stream().mapToDouble(box -> box.x).min().orElseThrow();
        all.width = boxes.stream().mapToDouble(box -> box.x + box.width).max().orElseThrow() - all.x;
        return all;
    }

    private static double middle(BoundingBox box) {
        return box.x + box.width / 2;
    }

    /** Where each card stands in the drawing. */
    private String places() {
        return (String) page.evaluate(CanvasPage.CANVAS
                + ".modeler.get('elementRegistry').filter(e => !e.waypoints && e.parent)"
                + ".map(e => e.businessObject.name + ' ' + e.x + ' ' + e.y).sort().join()");
    }

    private String drawn() {
        return page.locator("bpmn-designer .viewport").first().getAttribute("transform");
    }

    private String walked() {
        return page.locator("bpmn-path .viewport").getAttribute("transform");
    }

    private static double scale(String view) {
        return Double.parseDouble(view.substring("matrix(".length()).split("[, ]")[0]);
    }

    private static boolean isIn(BoundingBox inner, BoundingBox outer) {
        return inner.x >= outer.x
                && inner.y >= outer.y
                && inner.x + inner.width <= outer.x + outer.width + 0.5
                && inner.y + inner.height <= outer.y + outer.height + 0.5;
    }

    private static boolean meet(BoundingBox one, BoundingBox other) {
        return one.x < other.x + other.width
                && other.x < one.x + one.width
                && one.y < other.y + other.height
                && other.y < one.y + one.height;
    }
}
