package io.usher.designer.canvas;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Drawings that other tools made, or that are broken, and edits that fail: on the built canvas in a real browser. */
class OpeningIT extends CanvasTest {

    // what has no place

    @Test
    void shouldLayOutADrawingWithoutAPictureAndSayIt() throws IOException {
        // given
        var bare = CanvasPage.text("no-picture.bpmn");

        // when
        canvas.open(bare);

        // then
        assertThat(page.locator("#mended")).containsText("arranged automatically");
        assertThat(canvas.card("Thank you")).isVisible();
        assertThat(canvas.lines())
                .containsExactlyInAnyOrder(
                        "Start>Large order?",
                        "Large order?>Thank you",
                        "Large order?>Two days",
                        "Thank you>Two days",
                        "Two days>Exit");
        assertThat(CanvasPage.box(canvas.card("Exit")).y).isGreaterThan(CanvasPage.box(canvas.card("Two days")).y);
        var line = page.evaluate("""
                () => {
                  const of = id => document.querySelector('bpmn-designer').modeler.get('elementRegistry').get(id);
                  const [line, card] = [of('F3'), of('Thanks')];
                  return line.waypoints.slice(1).some((to, i) => {
                    const [a, b] = [line.waypoints[i], to];
                    return Math.min(a.x, b.x) < card.x + card.width && Math.max(a.x, b.x) > card.x
                      && Math.min(a.y, b.y) < card.y + card.height && Math.max(a.y, b.y) > card.y;
                  }) ? 'through the card' : 'past it';
                }""");
        assertThat(line).isEqualTo("past it");
        canvas.picture("opening-laid-out");

        // then: the very bytes while nothing is drawn, and the picture with the first edit
        assertThat(canvas.save()).isEqualTo(bare);
        page.evaluate(CanvasPage.CANVAS + ".change('Rest', {name: 'A while'})");
        assertThat(canvas.save()).contains("bpmnElement=\"Thanks\"", "bpmnElement=\"F4\"", "name=\"A while\"");
    }

    @Test
    void shouldGiveAPlaceToABlockAndToLinesThatHaveNone() throws IOException {
        // when
        canvas.open(CanvasPage.text("half-drawn.bpmn"));

        // then
        assertThat(page.locator("#mended")).containsText("\"Hidden mail\"");
        assertThat(canvas.lines())
                .containsExactlyInAnyOrder("Start>Hidden mail", "Hidden mail>Two days", "Two days>Exit");
        var hidden = CanvasPage.box(canvas.card("Hidden mail"));
        var start = CanvasPage.box(canvas.card("Start"));
        var rest = CanvasPage.box(canvas.card("Two days"));
        assertThat(hidden.x != start.x || (hidden.y > start.y + start.height && hidden.y + hidden.height < rest.y))
                .isTrue();
        canvas.picture("opening-half-drawn");
    }

    @Test
    void shouldShowWhatIsInsideOrOnTheEdgeOfSomethingWithoutAShape() throws IOException {
        // when
        canvas.open(CanvasPage.text("inside-out.bpmn"));

        // then
        for (var id : List.of("Sub", "In", "Ask", "S1", "Late", "List", "Note", "About", "F1", "F2", "F3", "F4")) {
            assertThat(page.evaluate(
                            CanvasPage.CANVAS + ".modeler.get('elementRegistry').get('" + id + "') !== undefined"))
                    .as(id)
                    .isEqualTo(true);
        }
        assertThat(page.evaluate("""
                () => {
                  const of = id => document.querySelector('bpmn-designer').modeler.get('elementRegistry').get(id);
                  const [sub, ask] = [of('Sub'), of('Ask')];
                  return ask.parent === sub && ask.x >= sub.x && ask.y >= sub.y
                    && ask.x + ask.width <= sub.x + sub.width && ask.y + ask.height <= sub.y + sub.height;
                }""")).isEqualTo(true);
        assertThat(page.locator("#mended")).containsText("led nowhere");
        assertThat(canvas.save()).doesNotContain("Nobody").contains("id=\"File\"");
        canvas.picture("opening-inside-out");
    }

    @Test
    void shouldShowADrawingWithoutAPictureAlsoWhereItIsOnlyLookedAt() throws IOException {
        // when
        page.evaluate(
                "([blocks, xml]) => { const path = document.querySelector('bpmn-path');"
                        + " path.offer(JSON.parse(blocks)); path.show(xml, [{block: 'Start', state: 'done'}], 'Rest'); }",
                List.of(CanvasPage.text("blocks.json"), CanvasPage.text("no-picture.bpmn")));

        // then
        assertThat(page.locator("bpmn-path .us-now .us-card-title")).hasText("Two days");

        // when
        page.evaluate("xml => document.querySelector('bpmn-path').show(xml, [], null)", "<nonsense");

        // then
        assertThat(page.locator("bpmn-path .us-unshown")).containsText("its XML is broken");
    }

    @Test
    void shouldShowWhatHasNoIdNoPlaneOrAPlaceThatIsNone() throws IOException {
        // given
        var drawing = CanvasPage.text("plain-events.bpmn");

        // when
        canvas.open(drawing.replace("id=\"Rest\" ", "").replaceAll("(?s)<bpmn:sequenceFlow.*?/>", ""));
        assertThat(canvas.card("Two days")).isVisible();
        canvas.open(drawing.replaceAll("(?s)<bpmndi:BPMNPlane.*</bpmndi:BPMNPlane>", ""));
        assertThat(page.locator("#mended")).containsText("arranged automatically");
        canvas.open(drawing.replace("bpmnElement=\"Sale\"", "bpmnElement=\"Nothing\"")
                .replace("x=\"340\"", "x=\"somewhere\""));

        // then
        assertThat(page.locator("#mended")).containsText("\"Two days\"");
        assertThat(canvas.lines()).containsExactlyInAnyOrder("Order came>Two days", "Two days>All done");
    }

    // what is refused

    @Test
    void shouldLeaveTheOldDrawingAndSayWhyAnotherIsRefused() throws IOException {
        // given
        canvas.open(CanvasPage.text("first.bpmn"));
        canvas.palette("wait").click();
        var drawn = canvas.save();

        // then
        refuses("<bpmn:definitions", "its XML is broken", drawn);
        refuses("<html/>", "it begins with \"html\"", drawn);
        refuses("", "The file is empty", drawn);
        refuses("<?xml version=\"1.0\"?><!-- a --><!DOCTYPE x [<!ENTITY a \"b\">]><x/>", "DOCTYPE", drawn);
        refuses("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"/>", "no process", drawn);
        refuses(
                CanvasPage.text("first.bpmn").replace("<bpmn:startEvent", "<bpmn:task id=\"Start\" /><bpmn:startEvent"),
                "the id \"Start\"",
                drawn);
        refuses(CanvasPage.text("two-pools.bpmn"), "Box office, Till", drawn);
        var large = CanvasPage.text("first.bpmn")
                .replace("</bpmn:process>", "<!--" + "x".repeat(2 << 20) + "--></bpmn:process>");
        refuses(large, "at most 2 MB", drawn);

        // when: one goes on
        canvas.palette("exit").click();

        // then
        assertThat(canvas.save()).contains("name=\"Exit\"");
        page.locator("[data-action=undo]").click();
        page.locator("[data-action=undo]").click();
        assertThat(canvas.save()).isEqualTo(CanvasPage.text("first.bpmn"));
    }

    private void refuses(String bad, String why, String drawn) {
        canvas.open(bad);
        assertThat(page.locator("#refused")).containsText(why);
        assertThat(page.locator("#refused")).containsText("nothing has changed");
        assertThat(canvas.card("Wait")).isVisible();
        assertThat(canvas.save()).isEqualTo(drawn);
    }

    @Test
    void shouldLetNobodyDrawWhereNothingIsOpened() {
        // when
        canvas.open("<nonsense");

        // then
        assertThat(page.locator("#refused")).containsText("cannot be shown");
        assertThat(canvas.palette("wait")).isHidden();
        assertThat(page.locator("[data-action=tidy]")).isDisabled();
        assertThat(canvas.save()).isEmpty();
    }

    @Test
    void shouldOpenADrawingThatBeginsWithManyComments() throws IOException {
        // given
        var notice = "<!-- One line of a long notice. -->\n".repeat(200);

        // when
        canvas.open(CanvasPage.text("first.bpmn").replaceFirst("<bpmn:definitions", notice + "<bpmn:definitions"));

        // then
        assertThat(canvas.card("Start")).isVisible();
    }

    // encodings

    @Test
    void shouldReadAFileInTheEncodingItDeclares() throws IOException {
        for (var encoding : List.of("UTF-8", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "windows-1252")) {
            // given
            var file = declaring(encoding.startsWith("UTF-16") ? "UTF-16" : encoding, "Köp biljett");
            var mark = encoding.startsWith("UTF") ? "\uFEFF" : "";

            // when
            var read = choose((mark + file).getBytes(Charset.forName(encoding)));

            // then
            assertThat(read).as(encoding).isEqualTo(declaring("UTF-8", "Köp biljett"));
        }
        canvas.open(declaring("UTF-8", "Köp biljett"));
        assertThat(canvas.card("Köp biljett")).isVisible();
    }

    @Test
    void shouldRefuseAnEncodingByItsName() throws IOException {
        assertThat(choose(declaring("EBCDIC-CP-SE", "K").getBytes(StandardCharsets.US_ASCII)))
                .isNull();
        assertThat(page.locator("#refused")).containsText("EBCDIC-CP-SE");
        assertThat(choose(declaring("UTF-8", "Köp").getBytes(StandardCharsets.ISO_8859_1)))
                .isNull();
        assertThat(page.locator("#refused")).containsText("UTF-8");
    }

    private static String declaring(String encoding, String name) throws IOException {
        return CanvasPage.text("half-drawn.bpmn")
                .replace("encoding=\"UTF-8\"", "encoding=\"" + encoding + "\"")
                .replace("Hidden mail", name);
    }

    private String choose(byte[] bytes) {
        page.evaluate("() => { window.read = undefined; }");
        FileChooser chooser = page.waitForFileChooser(() -> page.evaluate(
                "() => { " + CanvasPage.CANVAS + ".chooseFile().then(read => { window.read = {read}; }); }"));
        chooser.setFiles(new FilePayload("drawing.bpmn", "application/xml", bytes));
        page.waitForFunction("() => window.read !== undefined");
        return (String) page.evaluate("() => window.read.read");
    }

    // pools

    @Test
    void shouldTakeThePoolAwayAndLetBlocksLandInTheDrawing() throws IOException {
        // when
        canvas.open(CanvasPage.text("pool.bpmn"));

        // then
        assertThat(page.locator("#mended")).containsText("\"Box office\"");
        assertThat(canvas.save()).doesNotContain("collaboration", "laneSet", "bpmnElement=\"L1\"");

        // when
        canvas.palette("wait").click();

        // then
        assertThat(canvas.card("Wait")).isVisible();
        assertThat(canvas.save()).contains("usher.block\" value=\"wait\"");

        // when
        canvas.card("Exit").click();
        canvas.keys("Delete");

        // then
        assertThat(page.locator("#drawn")).not().containsText("id=\"Gone\"");
    }

    // events and elements of other tools

    @Test
    void shouldMakePlainEventsStartAndExitWhichOneUndoTakesBack() throws IOException {
        // given
        var plain = CanvasPage.text("plain-events.bpmn");

        // when
        canvas.open(plain);

        // then
        assertThat(page.locator("#mended")).containsText("Start, Exit");
        assertThat(canvas.card("Order came")).isVisible();
        assertThat(canvas.lines()).containsExactlyInAnyOrder("Order came>Two days", "Two days>All done");
        assertThat(canvas.save()).contains("usher.block\" value=\"start\"", "usher.block\" value=\"exit\"");
        canvas.picture("opening-plain-events");

        // when
        page.locator("[data-action=undo]").click();

        // then
        assertThat(canvas.save()).isEqualTo(plain);
        assertThat(page.locator("[data-action=undo]")).isDisabled();
    }

    @Test
    void shouldGiveADrawingThatBeginsNowhereAStart() throws IOException {
        // when
        canvas.open(CanvasPage.text("no-start.bpmn"));

        // then
        assertThat(canvas.lines()).containsExactly("Start>Two days");
        assertThat(page.locator("#mended")).containsText("a Start was added");
    }

    @Test
    void shouldMakeASingleStartEventTheStart() throws IOException {
        // when
        canvas.open(CanvasPage.text("one-event.bpmn"));
        canvas.card("Order came").click();
        canvas.palette("exit").click();

        // then
        assertThat(canvas.lines()).containsExactly("Order came>Exit");
    }

    @Test
    void shouldLeavePlainEventsAloneInADrawingForReadingOnly() throws IOException {
        // given
        page.evaluate(CanvasPage.CANVAS + ".setReadOnly(true)");

        // when
        canvas.open(CanvasPage.text("plain-events.bpmn"));

        // then
        assertThat(canvas.card("Two days")).isVisible();
        assertThat(canvas.save()).isEqualTo(CanvasPage.text("plain-events.bpmn"));
    }

    @Test
    void shouldTellWhatAnotherToolDrewAndReplaceItWithItsLines() throws IOException {
        // given
        canvas.open(CanvasPage.text("foreign.bpmn"));

        // when
        select("Pick");

        // then
        assertThat(page.locator("#selected")).containsText("kind=user-task");
        assertThat(page.locator("#selected")).containsText("wait");
        canvas.picture("opening-foreign");

        // when
        page.evaluate(CanvasPage.CANVAS + ".replaceElement('Pick', 'wait')");
        page.evaluate(CanvasPage.CANVAS + ".replaceElement('Which', 'condition')");

        // then
        assertThat(canvas.card("Pick a seat")).isVisible();
        assertThat(canvas.lines())
                .contains(
                        "Start>Pick a seat",
                        "Pick a seat>Seat or stand?",
                        "Seat or stand?>Print",
                        "Seat or stand?>Exit");
        assertThat(page.locator("[data-element-id=F4_label]")).hasCount(0);
        assertThat(canvas.save())
                .contains("{&#34;name&#34;:&#34;Seat&#34;,&#34;order&#34;:1,&#34;rule&#34;:{&#34;all&#34;:[]}}")
                .contains("{&#34;name&#34;:&#34;Stand&#34;,&#34;order&#34;:99,&#34;else&#34;:true}");

        // when
        page.locator("[data-action=undo]").click();
        page.locator("[data-action=undo]").click();

        // then
        assertThat(canvas.save()).isEqualTo(CanvasPage.text("foreign.bpmn"));
    }

    @Test
    void shouldNameWhateverIsSelected() throws IOException {
        // given
        canvas.open(CanvasPage.text("foreign.bpmn"));

        // then
        named("Late", "kind=boundary-event, detail=timer");
        named("Alarm", "kind=end-event, detail=signal");
        named("Both", "kind=parallel-gateway, detail=null");
        named("Print", "kind=call-activity, detail=null");
        named("List", "kind=data-object-reference, detail=null");
        named("Note", "kind=text-annotation, detail=null");
        named("About", "kind=association, detail=null");
        named("Which_label", "kind=exclusive-gateway, detail=null");
        named("F2", "foreign=null");
    }

    @Test
    void shouldWalkToWhatAnotherToolDrewAndSayWhatItIs() throws IOException {
        // given
        canvas.open(CanvasPage.text("foreign.bpmn"));
        page.evaluate(CanvasPage.CANVAS + ".focusCanvas()");

        // when
        canvas.keys("ArrowDown", "ArrowDown");

        // then
        assertThat(page.locator("#selected")).containsText("id=Pick");
        assertThat(page.locator(".us-live")).hasText("Pick a seat. User task");

        // when
        canvas.keys("Delete");

        // then
        assertThat(page.locator("#drawn")).not().containsText("id=\"Pick\"");
        assertThat(canvas.lines())
                .containsExactlyInAnyOrder("Seat or stand?>Print", "Seat or stand?>Exit", "Print>Exit");
    }

    @Test
    void shouldKeepEveryExitThatAReplacedGatewayLedTo() throws IOException {
        // given: both ways end in an Exit of their own
        var two = CanvasPage.text("foreign.bpmn")
                .replace(
                        "<bpmn:callActivity id=\"Print\" name=\"Print\"></bpmn:callActivity>",
                        "<bpmn:endEvent id=\"Print\" name=\"\" />")
                .replaceAll("<bpmn:sequenceFlow id=\"F6\"[^>]*/>", "");
        canvas.open(two);
        assertThat(canvas.lines()).contains("Seat or stand?>Exit");

        // when
        page.evaluate(CanvasPage.CANVAS + ".replaceElement('Which', 'condition')");

        // then
        assertThat(canvas.lines().stream().filter("Seat or stand?>Exit"::equals))
                .hasSize(2);
        assertThat(page.locator("bpmn-designer [data-element-id='Gone']")).hasCount(1);
    }

    private void named(String id, String what) {
        select(id);
        assertThat(page.locator("#selected")).containsText("id=" + id.replace("_label", ""));
        assertThat(page.locator("#selected")).containsText(what);
    }

    @Test
    void shouldTakeWhatHangsOnABlockAlongWhenTidying() throws IOException {
        // given
        canvas.open(CanvasPage.text("foreign.bpmn"));

        // when
        page.locator("[data-action=tidy]").click();

        // then
        assertThat(page.evaluate("""
                () => {
                  const of = id => document.querySelector('bpmn-designer').modeler.get('elementRegistry').get(id);
                  const [host, late, label] = [of('Pick'), of('Late'), of('Late_label')];
                  return [late.x - host.x, late.y - host.y, Math.abs(label.y - host.y) < 300, late.host === host].join();
                }""")).isEqualTo("42,62,true,true");
        canvas.picture("opening-tidy");
        page.locator("[data-action=undo]").click();
        assertThat(canvas.save()).isEqualTo(CanvasPage.text("foreign.bpmn"));
    }

    private void select(String id) {
        page.evaluate("id => " + CanvasPage.CANVAS + ".select(id)", id);
    }

    // edits that fail

    @Test
    void shouldTakeBackAnEditThatFailsAndSaveTheNext() throws IOException {
        for (var where : List.of(
                "shape.create.preExecute",
                "shape.create.execute",
                "shape.create.executed",
                "shape.create.postExecute",
                "shape.create.postExecuted",
                "connection.create.execute",
                "connection.create.executed",
                "connection.create.postExecuted",
                "usher.add.preExecute",
                "usher.add.postExecuted",
                "changed")) {
            canvas.open(CanvasPage.text("first.bpmn"));
            canvas.palette("get-order").click();
            takesBackWhatFails(where, canvas.save());
        }
    }

    private void takesBackWhatFails(String where, String before) {
        // given
        page.evaluate("() => { document.getElementById('refused').textContent = ''; }");
        fail(where);

        // when
        canvas.palette("wait").click();

        // then
        assertThat(page.locator("#refused")).containsText("did not work");
        assertThat(canvas.card("Wait")).hasCount(0);
        assertThat(canvas.lines()).as(where).containsExactly("Start>Get order");
        assertThat(canvas.save()).as(where).isEqualTo(before);
        assertThat(canvas.writtenAnew()).as(where).isEqualTo(before);

        // when
        canvas.select(canvas.card("Get order"));
        canvas.palette("exit").click();

        // then
        assertThat(canvas.lines()).as(where).containsExactly("Start>Get order", "Get order>Exit");
        assertThat(page.locator("#drawn")).containsText("name=\"Exit\"");

        // when
        page.locator("[data-action=undo]").click();

        // then
        assertThat(canvas.save()).as(where).isEqualTo(before);
    }

    @Test
    void shouldTakeBackADropADeleteAndAnUndoThatFail() throws IOException {
        // given
        canvas.open(CanvasPage.text("first.bpmn"));
        canvas.palette("get-order").click();
        canvas.palette("wait").click();
        var before = canvas.save();
        var card = CanvasPage.box(canvas.card("Wait"));

        // when: dragged in, deleted by key, changed by the form
        fail("shape.create.executed");
        canvas.drag("exit", card.x + card.width / 2, card.y + card.height + 60);
        assertThat(page.locator("#refused")).containsText("did not work");
        assertThat(page.locator(".djs-drag-group, .djs-dragging")).hasCount(0);
        assertThat(canvas.save()).isEqualTo(before);
        fail("shape.delete.executed");
        canvas.select(canvas.card("Wait"));
        canvas.keys("Delete");
        assertThat(canvas.save()).isEqualTo(before);
        assertThat(canvas.card("Wait")).isVisible();
        fail("element.updateProperties.executed");
        page.evaluate(CanvasPage.CANVAS + ".change(" + CanvasPage.CANVAS
                + ".modeler.get('elementRegistry').find(e => e.businessObject.name === 'Wait').id, {name: 'Rest'})");
        assertThat(canvas.save()).isEqualTo(before);

        // when
        fail("shape.create.revert");
        page.locator("[data-action=undo]").click();

        // then
        assertThat(canvas.card("Wait")).isVisible();
        assertThat(canvas.save()).isEqualTo(before);
        canvas.palette("exit").click();
        assertThat(canvas.save()).contains("name=\"Exit\"");
    }

    /** The next time the canvas comes there, something in it fails. */
    private void fail(String where) {
        page.evaluate(
                "where => { const bus = " + CanvasPage.CANVAS + ".modeler.get('eventBus');"
                        + " const once = () => { bus.off('commandStack.' + where, once); throw new Error('broken'); };"
                        + " bus.on('commandStack.' + where, 500, once); }",
                where);
    }
}
