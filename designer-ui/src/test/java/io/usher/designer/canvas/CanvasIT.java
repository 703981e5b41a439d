package io.usher.designer.canvas;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Drawing by hand: a real mouse on the built canvas in a real browser. */
class CanvasIT extends CanvasTest {

    @Test
    void shouldDrawWhatTheContractSaysByClickingAndDragging() throws IOException {
        // given
        canvas.open(CanvasPage.text("first.bpmn"));
        canvas.card("Start").click();

        // when: blocks by click, each after the selected one; the last by dragging and connecting
        canvas.palette("get-order").click();
        canvas.palette("condition").click();
        canvas.palette("send-message").click();
        canvas.card("Condition").click();
        canvas.palette("wait").click();
        canvas.picture("canvas-clicked");
        var beside = CanvasPage.box(canvas.card("Send message"));
        canvas.drag("segment-add", beside.x - beside.width, beside.y + beside.height);
        var added = canvas.card("Add to segment");
        canvas.connect(canvas.card("Send message"), added);

        // then: the Exit the message led to has given way
        assertThat(page.locator("#drawn")).containsText("targetRef=\"" + CanvasPage.id(added) + "\"");
        assertThat(canvas.card("Exit")).hasCount(1);
        assertThat(canvas.save())
                .contains("<zeebe:taskDefinition type=\"usher.get-order\" />")
                .contains("<zeebe:property name=\"usher.block\" value=\"get-order\" />")
                .contains("<zeebe:property name=\"usher.settings\" value=\"{&#34;by&#34;:&#34;key&#34;}\" />")
                .contains("<zeebe:property name=\"usher.block\" value=\"exit\" />")
                .contains("&#34;rule&#34;:{&#34;all&#34;:[]}")
                .contains("&#34;else&#34;:true")
                .containsPattern("<bpmn:timerEventDefinition id=\"[^\"]+\" />")
                .doesNotContain("conditionExpression")
                .doesNotContain("timeDuration");
        canvas.picture("canvas-drawn");
    }

    @Test
    void shouldGiveBackTheSameBytesUntouchedAndAfterSaveAndReload() throws IOException {
        // given
        var contract = CanvasPage.contract();
        canvas.open(contract);
        assertThat(canvas.card("Get order")).isVisible();
        canvas.picture("canvas-contract");

        // then
        assertThat(canvas.save()).isEqualTo(contract);

        // when
        page.locator("[data-action=tidy]").click();
        var saved = canvas.save();
        canvas.open(saved);

        // then
        assertThat(saved).isNotEqualTo(contract);
        assertThat(canvas.save()).isEqualTo(saved);
        assertThat(canvas.writtenAnew()).isEqualTo(saved);
        canvas.picture("canvas-tidy");
    }

    @Test
    void shouldTakeAFormBackWithOneUndoAndBringItAgainWithOneRedo() throws IOException {
        // given
        canvas.open(CanvasPage.contract());

        // when
        page.evaluate(CanvasPage.CANVAS + ".change('Rest', {name: 'Three days', settings: {amount: 3, unit: 'days'}})");
        assertThat(canvas.card("Three days")).containsText("3 days");
        page.locator("[data-action=undo]").click();

        // then
        assertThat(canvas.card("Wait a day").locator(".us-card-summary")).hasText("1 day");
        assertThat(page.locator("[data-action=undo]")).isDisabled();
        page.locator("[data-action=redo]").click();
        assertThat(canvas.card("Three days")).containsText("3 days");
    }

    @Test
    void shouldDivideASplitEvenlyWithEachWayThatIsDrawn() throws IOException {
        // given
        canvas.open(CanvasPage.text("first.bpmn"));
        canvas.card("Start").click();
        canvas.palette("split").click();

        // when: the third is one more than there were
        canvas.palette("wait").click();
        for (int way = 1; way < 3; way++) {
            canvas.card("Split").click();
            canvas.palette("wait").click();
        }

        // then
        assertThat(canvas.save())
                .contains("{&#34;name&#34;:&#34;A&#34;,&#34;order&#34;:1,&#34;share&#34;:34}")
                .contains("{&#34;name&#34;:&#34;B&#34;,&#34;order&#34;:2,&#34;share&#34;:33}")
                .contains("{&#34;name&#34;:&#34;C&#34;,&#34;order&#34;:3,&#34;share&#34;:33}");
        page.locator("[data-action=undo]").click();
        assertThat(canvas.save()).contains("&#34;share&#34;:50").doesNotContain("&#34;share&#34;:33");
    }

    @Test
    void shouldSayWhyADocumentCouldNotBeReadAndKeepWhatWasThere() throws IOException {
        // given
        canvas.open(CanvasPage.text("first.bpmn"));

        // when
        canvas.open("<nonsense");

        // then
        assertThat(page.locator("#refused")).not().isEmpty();
        assertThat(canvas.save()).isEqualTo(CanvasPage.text("first.bpmn"));
        assertThat(canvas.card("Start")).isVisible();
    }

    @Test
    void shouldShowTheMapAndLeaveTheWatermarkFree() throws IOException {
        // given
        canvas.open(CanvasPage.text("first.bpmn"));

        // when
        page.locator("[data-action=map]").click();

        // then
        assertThat(page.locator(".djs-minimap.open .map")).isVisible();
        page.locator("bpmn-designer .bjs-powered-by").click(new Locator.ClickOptions().setTrial(true));
    }

    @Test
    void shouldAddABlockFromTheHandleOfACard() throws IOException {
        // given
        canvas.open(CanvasPage.text("first.bpmn"));

        // when: a click on the handle, then a line drawn out into the empty canvas
        canvas.handle(canvas.card("Start")).click();
        canvas.picture("canvas-menu");
        page.locator("[data-choose=send-message]").click();
        canvas.card("Send message").hover();
        var handle = canvas.handle(canvas.card("Send message")).boundingBox();
        var x = handle.x + handle.width / 2;
        var y = handle.y + handle.height / 2;
        canvas.drag(x, y, x + 300, y + 120);
        page.keyboard().type("exit");
        canvas.keys("Enter");

        // then
        assertThat(canvas.card("Exit")).isVisible();
        assertThat(canvas.lines()).containsExactly("Start>Send message", "Send message>Exit");
        assertThat(canvas.card("Exit").boundingBox().x).isGreaterThan(x + 100);
    }

    @Test
    void shouldPutACardIntoTheLineItIsDroppedOnAndMakeRoomForIt() throws IOException {
        // given
        canvas.open(CanvasPage.text("first.bpmn"));
        canvas.palette("get-order").click();
        canvas.palette("exit").click();
        var before = CanvasPage.box(canvas.card("Exit"));
        var start = CanvasPage.box(canvas.card("Start"));

        // when
        canvas.drag("wait", start.x + start.width / 2 + 6, start.y + start.height + 20);

        // then
        assertThat(canvas.card("Wait")).isVisible();
        assertThat(canvas.lines()).containsExactlyInAnyOrder("Start>Wait", "Wait>Get order", "Get order>Exit");
        assertThat(CanvasPage.box(canvas.card("Exit")).y - CanvasPage.box(canvas.card("Start")).y)
                .isGreaterThan(before.y - start.y + 100);

        // when: one undo takes the block, its lines and the room back
        page.locator("[data-action=undo]").click();

        // then
        assertThat(canvas.card("Wait")).hasCount(0);
        assertThat(canvas.lines()).containsExactlyInAnyOrder("Start>Get order", "Get order>Exit");
    }

    @Test
    void shouldDrawByKeyboardAlone() throws IOException {
        // given
        canvas.open(CanvasPage.text("first.bpmn"));
        page.evaluate(CanvasPage.CANVAS + ".focusCanvas()");

        // when
        canvas.keys("ArrowDown");
        canvas.add("condition");
        canvas.add("send");
        canvas.keys("ArrowUp");
        canvas.add("wait");
        canvas.keys("ArrowLeft", "c", "ArrowRight", "Enter");

        // then: both go on to the one Exit
        canvas.isSelected("Exit");
        assertThat(canvas.lines())
                .containsExactlyInAnyOrder(
                        "Start>Condition",
                        "Condition>Send message",
                        "Condition>Wait",
                        "Wait>Exit",
                        "Send message>Exit");
        assertThat(canvas.card("Exit")).hasCount(1);

        // when: the line between them is chosen and gets a block, which is deleted again
        canvas.keys("ArrowUp", "l");
        canvas.add("segment");
        canvas.isSelected("Add to segment");
        canvas.keys("Delete");

        // then
        canvas.isSelected("Wait");
        assertThat(canvas.lines()).contains("Wait>Exit").noneMatch(line -> line.contains("segment"));

        // when
        canvas.keys("Enter");

        // then
        assertThat(page.locator("#form")).hasText("open");
        assertThat(page.locator(".us-live")).not().isEmpty();

        // when
        canvas.keys("?");

        // then
        assertThat(page.locator("dialog[open]")).containsText("Connect it to another block");
        canvas.picture("canvas-keys");
        canvas.keys("Escape");
        assertThat(page.locator("dialog")).hasCount(0);
        assertThat(page.locator("bpmn-designer svg[role=application]")).isFocused();
    }

    @Test
    void shouldReachThePaletteByTabAndAddWithEnter() throws IOException {
        // given
        canvas.open(CanvasPage.text("first.bpmn"));

        // when
        canvas.palette("exit").focus();
        canvas.keys("ArrowDown", "ArrowDown", "ArrowDown", "Enter");

        // then
        assertThat(canvas.palette("get-order")).isFocused();
        assertThat(canvas.lines()).containsExactly("Start>Get order");
        assertThat(page.locator(".us-palette-block[tabindex='0']")).hasCount(1);
    }

    @Test
    void shouldPasteIntoAnotherWorkflowWhatWasCopiedInThisOne() throws IOException {
        // given
        canvas.open(CanvasPage.contract());
        canvas.card("Thank you").click();
        canvas.keys("Control+c");

        // when
        canvas.open(CanvasPage.text("first.bpmn"));
        page.evaluate(CanvasPage.CANVAS + ".focusCanvas()");
        canvas.keys("Control+v");

        // then
        canvas.isSelected("Thank you");
        assertThat(canvas.save())
                .contains("<zeebe:taskDefinition type=\"usher.send\" />")
                .contains("Thank you for order {{ order.externalOrderId }}");

        // when
        canvas.keys("Control+x");

        // then
        assertThat(canvas.card("Thank you")).hasCount(0);
    }

    @Test
    void shouldMarkWhatIsWrongAndCallSegmentsByTheirNames() throws IOException {
        // given
        canvas.open(CanvasPage.contract());

        // when
        page.evaluate(CanvasPage.CANVAS
                + ".problems([{block: 'Mail', message: 'The subject is missing.', severity: 'error'}])");
        page.evaluate(CanvasPage.CANVAS + ".segments({buyers: 'Everybody who bought'})");
        page.evaluate(CanvasPage.CANVAS + ".select('Mail')");

        // then
        assertThat(canvas.card("Thank you").locator(".us-mark-error")).isVisible();
        assertThat(canvas.card("Thank you")).hasAttribute("aria-label", Pattern.compile(".*The subject is missing.*"));
        assertThat(canvas.card("Add to Buyers")).containsText("Everybody who");
        assertThat(page.locator("#selected")).containsText("id=Mail");
        canvas.picture("canvas-problems");
        page.evaluate(CanvasPage.CANVAS + ".problems([])");
        assertThat(canvas.card("Thank you").locator(".us-mark-error")).hasCount(0);
    }

    @Test
    void shouldSayOnTheStartCardWhatStartsTheWorkflow() throws IOException {
        // given
        canvas.open(CanvasPage.contract());

        // when
        page.evaluate(CanvasPage.CANVAS + ".startsWith('Order paid, each time')");

        // then
        assertThat(canvas.card("Start")).containsText("Order paid, each time");
        assertThat(canvas.card("Start")).hasAttribute("aria-label", Pattern.compile(".*Order paid, each time.*"));

        // and: it is no part of the drawing
        assertThat(canvas.save()).isEqualTo(CanvasPage.contract());
    }

    @Test
    void shouldTellTheWaysOutOfADecisionAndChangeThemInOneStep() throws IOException {
        // given
        canvas.open(CanvasPage.contract());

        // when
        canvas.card("Try two ways").click();

        // then
        assertThat(page.locator("#selected")).containsText("targetName=Thank you");

        // when
        page.evaluate(CanvasPage.CANVAS + ".changeAll({F7: {exit: {name: 'Most', order: 1, share: 90}},"
                + " F8: {exit: {name: '', order: 2, share: 10}}})");

        // then
        assertThat(page.locator(".us-way-label").getByText("Most · 90 %")).isVisible();
        assertThat(page.locator(".us-way-label").getByText("10 %", new Locator.GetByTextOptions().setExact(true)))
                .isVisible();
        page.locator("[data-action=undo]").click();
        assertThat(page.locator("[data-action=undo]")).isDisabled();
        assertThat(canvas.save()).isEqualTo(CanvasPage.contract());
    }

    @Test
    void shouldChangeNothingInADrawingThatIsReadOnly() throws IOException {
        // given
        canvas.open(CanvasPage.contract());
        page.evaluate(CanvasPage.CANVAS + ".setReadOnly(true)");

        // when
        canvas.card("Wait a day").click();
        canvas.keys("Delete", "Control+d", "Shift+ArrowRight", "a");
        var box = CanvasPage.box(canvas.card("Wait a day"));
        canvas.drag(box.x + 60, box.y + 20, box.x + 300, box.y + 20);

        // then
        assertThat(canvas.save()).isEqualTo(CanvasPage.contract());
        assertThat(page.locator(".us-menu")).hasCount(0);
        assertThat(canvas.palette("wait")).isHidden();
    }

    @Test
    void shouldShowThePathSomebodyWalkedAndWhereTheyStand() throws IOException {
        // given
        page.evaluate(
                "blocks => document.querySelector('bpmn-path').offer(JSON.parse(blocks))",
                CanvasPage.text("blocks.json"));

        // when
        page.evaluate(
                "xml => document.querySelector('bpmn-path').show(xml, [{block: 'Start', state: 'done'},"
                        + " {block: 'Order', state: 'done'}, {block: 'Big', state: 'done'}, {block: 'Add', state: 'failed'}], 'Add')",
                CanvasPage.contract());

        // then
        var path = page.locator("bpmn-path");
        assertThat(path.locator(".djs-shape.us-done")).hasCount(3);
        assertThat(path.locator(".djs-connection.us-done")).hasCount(3);
        assertThat(path.locator(".djs-shape.us-failed .us-card-title")).hasText("Add to Buyers");
        assertThat(path.locator(".djs-shape[data-element-id=Done] > .djs-visual"))
                .hasCSS("opacity", "0.6");
        path.locator("[data-element-id=Order]").click();
        assertThat(page.locator("#walked")).hasText("Order");
        path.scrollIntoViewIfNeeded();
        canvas.picture("canvas-path");
    }

    @Test
    void shouldKeepTheViewWhereThePersonMovedItWhenTheJourneyGoesOn() throws IOException {
        // given
        page.evaluate(
                "blocks => document.querySelector('bpmn-path').offer(JSON.parse(blocks))",
                CanvasPage.text("blocks.json"));
        page.evaluate(
                "xml => document.querySelector('bpmn-path').show(xml, [{block: 'Start', state: 'now'}], 'Start')",
                CanvasPage.contract());
        var path = page.locator("bpmn-path");
        path.scrollIntoViewIfNeeded();
        path.locator("[data-element-id=Start]").hover();
        page.keyboard().down("Control");
        for (int turn = 0; turn < 5; turn++) {
            var before = view();
            page.mouse().wheel(0, -200);
            page.waitForCondition(() -> !view().equals(before));
        }
        page.keyboard().up("Control");
        var zoomed = view();

        // when: it goes on in what is seen
        walk("[{block: 'Start', state: 'done'}, {block: 'Start', state: 'failed'}], 'Start'");

        // then: each block has the one sign of how it stands now
        assertThat(path.locator(".us-failed")).hasCount(1);
        assertThat(path.locator(".us-now, .us-pulse")).hasCount(0);
        assertThat(path.locator("[data-element-id=Start]"))
                .hasAttribute("aria-label", Pattern.compile("^(?!.*: .*: ).*Start.*"));
        assertThat(view()).isEqualTo(zoomed);

        // when: to a block out of view
        assertThat(seen("Done")).isFalse();
        walk("[{block: 'Start', state: 'done'}, {block: 'Done', state: 'now'}], 'Done'");

        // then: it is brought into view, no more
        page.waitForCondition(() -> seen("Done"));
        assertThat(scale(view())).isCloseTo(scale(zoomed), within(0.001));
        assertThat(path.locator(".djs-shape.us-now, .us-pulse")).hasCount(2);

        // when: the person looks elsewhere, and it ends
        page.mouse().click(frame().x + 20, frame().y + frame().height - 20);
        page.mouse().wheel(-100, -100);
        page.waitForCondition(() -> !seen("Done"));
        var moved = view();
        walk("[{block: 'Start', state: 'done'}, {block: 'Done', state: 'done'}], null");

        // then
        assertThat(path.locator(".djs-shape.us-done")).hasCount(2);
        assertThat(view()).isEqualTo(moved);
    }

    private void walk(String pathAndPlace) {
        page.evaluate("document.querySelector('bpmn-path').walk(" + pathAndPlace + ")");
    }

    /** Scale and place of the path's drawing. */
    private String view() {
        return page.locator("bpmn-path .viewport").getAttribute("transform");
    }

    private static double scale(String view) {
        return Double.parseDouble(view.substring("matrix(".length()).split("[, ]")[0]);
    }

    private BoundingBox frame() {
        return page.locator("bpmn-path").boundingBox();
    }

    /** Whether the whole card of this block lies in the frame of the path. */
    private boolean seen(String block) {
        var frame = frame();
        var card = CanvasPage.box(page.locator("bpmn-path [data-element-id=" + block + "]"));
        return card.x >= frame.x
                && card.y >= frame.y
                && card.x + card.width <= frame.x + frame.width
                && card.y + card.height <= frame.y + frame.height;
    }

    @Test
    void shouldShowAllOfADrawingAndLeaveRoomBelowIt() throws IOException {
        // given
        canvas.open(CanvasPage.contract());

        // when
        page.locator("bpmn-designer [data-action=fit]").click();

        // then: no handle in the border where dragging scrolls, no card under the mark
        var stage = page.locator(".us-canvas").first().boundingBox();
        var mark = page.locator("bpmn-designer .bjs-powered-by").boundingBox();
        for (var card : page.locator("bpmn-designer .us-card").all()) {
            var box = card.boundingBox();
            assertThat(box.y + box.height).isLessThan(stage.y + stage.height - 40);
            assertThat(meet(box, mark)).isFalse();
        }
    }

    @Test
    void shouldMakeWayOnlyAsFarAsItMustWhenTheCanvasGetsNarrower() throws IOException {
        // given
        canvas.open(CanvasPage.contract());
        page.locator("bpmn-designer [data-action=zoom-out]").click();
        var selected = page.locator("bpmn-designer [data-element-id=Small] .us-card");
        var other = page.locator("bpmn-designer [data-element-id=Done] .us-card");
        var before = other.boundingBox();
        page.evaluate(CanvasPage.CANVAS + ".select('Small')");
        var buttons = page.locator(".djs-context-pad .us-pad-delete");
        assertThat(buttons).isVisible();

        // when: the drawing is cut
        page.evaluate(CanvasPage.CANVAS + ".style.width = '900px'");

        // then
        page.waitForCondition(() -> buttons.boundingBox().x + buttons.boundingBox().width < 900);
        assertThat(selected.boundingBox().x + selected.boundingBox().width).isLessThan(900);
        assertThat(other.boundingBox().x).isLessThan(before.x);
        assertThat(other.boundingBox().y).isCloseTo(before.y, within(1.0));
        canvas.picture("canvas-narrow");

        // when: it is not
        var after = other.boundingBox();
        page.evaluate(CanvasPage.CANVAS + ".style.width = '1200px'");
        page.evaluate(CanvasPage.CANVAS + ".style.width = '1100px'");
        page.waitForTimeout(700);

        // then
        assertThat(other.boundingBox().x).isCloseTo(after.x, within(1.0));
    }

    @Test
    void shouldLeaveTheFieldOfTheFormBeforeAnotherBlockIsTold() throws IOException {
        // given: a form that still holds back what is typed
        canvas.open(CanvasPage.contract());
        page.evaluate(CanvasPage.CANVAS + ".select('Order')");
        assertThat(page.locator("#selected")).containsText("id=Order");
        page.evaluate("""
                () => {
                  const form = document.createElement('div');
                  form.className = 'us-form';
                  form.innerHTML = '<input id="typed">';
                  document.body.append(form);
                  document.querySelector('#typed').onblur = () => {
                    form.dataset.left = document.querySelector('#selected').textContent;
                  };
                }""");
        page.locator("#typed").focus();

        // when: the same block is drawn anew, then another one is selected
        page.evaluate(CanvasPage.CANVAS + ".change('Order', {name: 'The order'})");
        assertThat(page.locator("#selected")).containsText("The order");
        assertThat(page.locator("#typed")).isFocused();
        page.evaluate(CanvasPage.CANVAS + ".select('Mail')");

        // then
        assertThat(page.locator("#selected")).containsText("id=Mail");
        assertThat(page.locator(".us-form")).hasAttribute("data-left", Pattern.compile(".*id=Order.*"));
    }

    @Test
    void shouldTellTheSelectedBlockAgainForEachChangeItHasHeardOf() throws IOException {
        // given
        canvas.open(CanvasPage.contract());
        page.evaluate(CanvasPage.CANVAS + ".select('Order')");
        assertThat(page.locator("#selected")).containsText("id=Order");
        page.evaluate("""
                canvas => {
                  window.heard = [];
                  canvas.$server = Object.assign(Object.create(canvas.$server), {
                    selected: (selection, heard) => window.heard.push(heard),
                  });
                }""", page.querySelector("bpmn-designer"));

        // when: one that changes nothing, one of a block that is gone
        page.evaluate(CanvasPage.CANVAS + ".changeAll({Order: {}}, 7)");
        page.waitForFunction("window.heard.includes(7)");
        page.evaluate(CanvasPage.CANVAS + ".changeAll({Gone: {name: 'x'}}, 8)");

        // then
        page.waitForFunction("window.heard.includes(8)");
    }

    @Test
    void shouldKeepTheWordsOnAWayAboveEveryLine() throws IOException {
        // given
        canvas.open(CanvasPage.contract());

        // then
        var above = page.evaluate("""
                () => {
                  const lines = [...document.querySelectorAll('bpmn-designer .us-flow')];
                  return [...document.querySelectorAll('bpmn-designer .us-way-label')].map(label =>
                    lines.every(line => line.compareDocumentPosition(label) & Node.DOCUMENT_POSITION_FOLLOWING));
                }""");
        assertThat(above).isEqualTo(List.of(true, true, true, true));

        // when: a way goes, so do its words
        page.evaluate(CanvasPage.CANVAS + ".select('F8')");
        assertThat(page.locator(".us-way-of.selected .us-way-label")).hasText("B · 50 %");
        page.evaluate(CanvasPage.CANVAS + ".removeElement('F8')");

        // then
        assertThat(page.locator("bpmn-designer .us-way-label")).hasCount(3);
        page.locator("[data-action=undo]").click();
        assertThat(page.locator("bpmn-designer .us-way-label")).hasCount(4);
    }

    @Test
    void shouldShowEventsThatCamundaModelerDrewSmallAsCards() throws IOException {
        // given: a Start and an Exit of 36 by 36 in the places of their cards
        var drawing = CanvasPage.contract();
        for (var event : List.of("Start", "Done")) {
            drawing = Pattern.compile("(bpmnElement=\"" + event
                            + "\">\\s*<dc:Bounds) x=\"(\\d+)\" y=\"(\\d+)\" width=\"220\" height=\"72\"")
                    .matcher(drawing)
                    .replaceFirst(found -> "%s x=\"%d\" y=\"%d\" width=\"36\" height=\"36\""
                            .formatted(
                                    found.group(1),
                                    Integer.parseInt(found.group(2)) + 92,
                                    Integer.parseInt(found.group(3)) + 18));
        }
        assertThat(drawing).containsPattern("width=\"36\" height=\"36\"");

        // when
        canvas.open(drawing);

        // then
        var start = CanvasPage.box(canvas.card("Start"));
        var order = CanvasPage.box(canvas.card("Get order"));
        assertThat(start.width).isCloseTo(order.width, within(0.5));
        assertThat(start.height).isCloseTo(order.height, within(0.5));
        assertThat(start.x).isCloseTo(order.x, within(0.5));
        assertThat(canvas.save()).isEqualTo(drawing);
        canvas.picture("canvas-small-events");

        // when
        canvas.select(canvas.card("Start"));
        canvas.keys("Shift+ArrowUp");

        // then: only what was moved is written anew
        assertThat(canvas.save())
                .containsPattern("bpmnElement=\"Start\">\\s*<dc:Bounds[^>]*width=\"220\" height=\"72\"")
                .containsPattern("bpmnElement=\"Done\">\\s*<dc:Bounds[^>]*width=\"36\" height=\"36\"");
    }

    @Test
    void shouldTellThatCardsLieOnOneAnotherUntilTheyNoLongerDo() throws IOException {
        // given
        var tight = CanvasPage.tight(CanvasPage.contract());
        var crowded = page.locator("#crowded");

        // when
        canvas.open(tight);

        // then
        assertThat(crowded).hasText("true");
        assertThat(canvas.save()).isEqualTo(tight);
        canvas.picture("canvas-crowded");

        // when
        page.evaluate(CanvasPage.CANVAS + ".tidy()");

        // then
        assertThat(crowded).hasText("false");
        var cards = page.locator("bpmn-designer .djs-shape .us-card").all().stream()
                .map(Locator::boundingBox)
                .toList();
        assertThat(cards)
                .hasSize(12)
                .allMatch(one -> cards.stream().allMatch(other -> one == other || !meet(one, other)));
        assertThat(canvas.save()).isNotEqualTo(tight);

        // when
        page.locator("[data-action=undo]").click();

        // then: what the person chose is not asked again
        assertThat(page.locator("[data-action=undo]")).isDisabled();
        assertThat(canvas.save()).isEqualTo(tight);
        assertThat(crowded).hasText("false");
    }

    @Test
    void shouldNotTellThatCardsLieOnOneAnotherWhereNothingCanBeDoneOrNoneDo() throws IOException {
        // given
        var tight = CanvasPage.tight(CanvasPage.contract());
        canvas.open(tight);
        assertThat(page.locator("#crowded")).hasText("true");

        // when
        canvas.open(CanvasPage.contract());

        // then
        assertThat(page.locator("#crowded")).hasText("false");

        // when
        page.evaluate(CanvasPage.CANVAS + ".setReadOnly(true)");
        canvas.open(tight);
        page.evaluate(CanvasPage.CANVAS + ".tidy()");

        // then
        assertThat(canvas.save()).isEqualTo(tight);
        assertThat(page.locator("#crowded")).hasText("false");
    }

    @Test
    void shouldKeepTheButtonsOfACardClearOfTheWatermarkWhenTheCanvasGetsSmaller() throws IOException {
        // given
        canvas.open(CanvasPage.contract());
        page.evaluate(CanvasPage.CANVAS + ".select('Done')");
        var buttons = page.locator(".djs-context-pad .us-pad");
        for (int i = 0; i < 4; i++) {
            page.locator("bpmn-designer [data-action=zoom-out]").click();
        }
        assertThat(buttons.first()).isVisible();
        var done = CanvasPage.box(page.locator("bpmn-designer [data-element-id=Done]"));

        // when: the card comes to lie in the lower right corner
        style("width: %dpx; height: %dpx".formatted((int) (done.x + done.width), (int) (done.y + done.height)));

        // then
        page.waitForCondition(() -> buttons.count() > 0
                && buttons.all().stream().map(Locator::boundingBox).allMatch(this::isFree));
    }

    private boolean isFree(BoundingBox button) {
        var stage = page.locator("bpmn-designer .us-canvas").boundingBox();
        var mark = page.locator("bpmn-designer .bjs-powered-by").boundingBox();
        return button != null
                && button.x + button.width <= stage.x + stage.width
                && button.y + button.height <= stage.y + stage.height
                && !meet(button, mark);
    }

    @Test
    void shouldBeReadableFromTheStartUntilThePersonMovesIt() throws IOException {
        // given: a canvas that has no size yet
        style("display: none");
        canvas.open(CanvasPage.contract());
        canvas.save();

        for (var size : List.of("width: 1300px; height: 700px", "width: 700px; height: 500px", "width: 900px")) {
            // when
            style(size);

            // then
            page.waitForCondition(this::isReadableFromTheStart);
        }

        // when
        page.locator("bpmn-designer [data-action=zoom-in]").click();
        var zoomed = drawn();
        style("width: 1300px");
        style("width: 700px");

        // then
        page.waitForCondition(() -> canvasWidth() < 701);
        page.waitForTimeout(700);
        assertThat(scale(drawn())).isCloseTo(scale(zoomed), within(0.001));
    }

    private void style(String style) {
        page.evaluate("style => { document.querySelector('bpmn-designer').style.cssText = style; }", style);
    }

    private boolean isReadableFromTheStart() {
        var stage = page.locator("bpmn-designer .us-canvas").boundingBox();
        var start = page.locator("bpmn-designer [data-element-id=Start] .us-card");
        if (stage == null || start.count() == 0) {
            return false;
        }
        var box = start.boundingBox();
        return scale(drawn()) >= 11.0 / 12 - 0.001
                && box.x >= stage.x
                && box.y >= stage.y
                && box.x + box.width <= stage.x + stage.width
                && box.y + box.height <= stage.y + stage.height;
    }

    private double canvasWidth() {
        return page.locator("bpmn-designer .us-canvas").boundingBox().width;
    }

    /** Scale and place of the drawing. */
    private String drawn() {
        return page.locator("bpmn-designer .viewport").first().getAttribute("transform");
    }

    @Test
    void shouldShowAllOfADrawingInAPictureHoweverSmallItGets() throws IOException {
        // given: a picture in a place that has no size yet
        page.evaluate("document.querySelector('bpmn-path').style.cssText = 'width: 260px; height: 0'");
        page.evaluate(
                "blocks => document.querySelector('bpmn-path').offer(JSON.parse(blocks), undefined, true)",
                CanvasPage.text("blocks.json"));
        page.evaluate("xml => document.querySelector('bpmn-path').show(xml, [], null)", CanvasPage.contract());
        assertThat(page.locator("bpmn-path .us-card")).hasCount(12);

        for (var size : List.of("width: 260px; height: 210px", "width: 700px; height: 420px")) {
            // when
            page.evaluate("size => { document.querySelector('bpmn-path').style.cssText = size; }", size);

            // then
            page.waitForCondition(this::isWholeBesideTheMark);
        }
    }

    private boolean isWholeBesideTheMark() {
        var picture = page.locator("bpmn-path").boundingBox();
        var mark = page.locator("bpmn-path .bjs-powered-by").boundingBox();
        return page.locator("bpmn-path .us-card").all().stream()
                .map(Locator::boundingBox)
                .allMatch(box -> box.width > 20
                        && box.x >= picture.x
                        && box.y >= picture.y
                        && box.x + box.width <= picture.x + picture.width
                        && box.y + box.height <= picture.y + picture.height
                        && !meet(box, mark));
    }

    private static boolean meet(BoundingBox one, BoundingBox other) {
        return one.x < other.x + other.width
                && other.x < one.x + one.width
                && one.y < other.y + other.height
                && other.y < one.y + one.height;
    }
}
