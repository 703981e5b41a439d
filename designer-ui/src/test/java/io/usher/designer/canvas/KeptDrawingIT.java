package io.usher.designer.canvas;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a browser keeps of a drawing: copies that never reached the server, and what undo can take back. */
class KeptDrawingIT extends CanvasTest {

    private static final String SLOT = "usher.drawing:workflow:me#";

    @Test
    void shouldFindAfterAReloadWhatNeverReachedTheServer() throws IOException {
        // given
        opened("one", CanvasPage.contract());
        call("Never saved");

        // when
        reload("two", CanvasPage.contract());

        // then
        assertThat(found()).containsText("base=tag-of-one");
        assertThat(found()).containsText("Never saved");

        // when
        page.evaluate(CanvasPage.CANVAS + ".forgetCopy('" + SLOT + "one')");

        // then
        assertThat(found()).hasText("");
        assertThat(slots()).isEmpty();
    }

    @Test
    void shouldOfferWhatWasDrawnOnADocumentThatHasGivenWayToThatOfSomebodyElse() throws IOException {
        // given
        opened("one", CanvasPage.contract());
        call("Never sent");

        // when
        opened("two", CanvasPage.contract().replace("name=\"Start\"", "name=\"Theirs\""));

        // then
        assertThat(found()).containsText("Never sent");
    }

    @Test
    void shouldKeepWhatWasOfferedUntilSomebodyHasDecidedWhateverIsDrawnAndSavedMeanwhile() throws IOException {
        // given
        opened("one", CanvasPage.contract());
        call("Never saved");
        reload("two", CanvasPage.contract());
        assertThat(found()).containsText("Never saved");

        // when: something else is drawn, saved, and the page is loaded anew without an answer
        var saved = call("Saved");
        page.evaluate(
                "bpmn => " + CanvasPage.CANVAS + ".saved('tag-2', [...bpmn].reduce((hash, letter) =>"
                        + " (31 * hash + letter.charCodeAt(0)) | 0, 0))",
                saved);
        canvas.save();
        assertThat(slots()).containsExactly(SLOT + "one");
        reload("three", saved);

        // then
        assertThat(found()).containsText("Never saved");

        // when: it is drawn on
        page.evaluate(CanvasPage.CANVAS + ".takeCopy('" + SLOT + "one')");

        // then: it is this opening's own
        assertThat(found()).hasText("");
        assertThat(slots()).containsExactly(SLOT + "three");
    }

    @Test
    void shouldKeepTheCopiesOfTwoTabsApartAndOfferThemOnlyWhenTheirTabIsClosed() throws IOException {
        // given: each tab has drawn something else
        opened("one", CanvasPage.contract());
        call("Of the first tab");
        var first = page;
        openTabOf(first.context());
        opened("two", CanvasPage.contract());
        call("Of the second tab");

        // then
        assertThat(page.locator("#drawn")).containsText("Of the second tab");
        assertThat(found()).hasText("");
        assertThat(slots()).containsExactlyInAnyOrder(SLOT + "one", SLOT + "two");

        // when
        first.close();
        reload("three", CanvasPage.contract());

        // then: the newest first, then the other one
        assertThat(found()).containsText("Of the second tab");
        page.evaluate(CanvasPage.CANVAS + ".forgetCopy('" + SLOT + "two')");
        assertThat(found()).containsText("Of the first tab");
    }

    @Test
    void shouldUndoBehindAReloadOfTheSameDocumentToItsVeryBytes() throws IOException {
        // given
        var contract = CanvasPage.contract();
        opened("one", contract);
        var first = call("First");
        var second = call("Second");

        // when
        reload("two", second);

        // then: a copy of what the server has is of no use
        page.waitForCondition(() -> slots().isEmpty());
        assertThat(found()).hasText("");
        assertThat(undo()).isEnabled();
        assertThat(redo()).isDisabled();
        canvas.select(canvas.card("Second"));
        undo().click();
        assertThat(canvas.save()).isEqualTo(first);
        assertThat(page.locator("#drawn")).containsText("name=\"First\"");
        canvas.isSelected("First");
        undo().click();
        assertThat(canvas.save()).isEqualTo(contract);
        assertThat(undo()).isDisabled();

        // when
        redo().click();
        redo().click();

        // then
        assertThat(canvas.save()).isEqualTo(second);
        assertThat(redo()).isDisabled();

        // when: something new is drawn on the way back
        undo().click();
        call("Third");

        // then
        assertThat(redo()).isDisabled();
        undo().click();
        assertThat(canvas.save()).isEqualTo(first);
        undo().click();
        assertThat(canvas.save()).isEqualTo(contract);
    }

    @Test
    void shouldUndoBehindAReloadAlsoWhereOtherDrawingsHaveTakenAllTheRoom() throws IOException {
        // given
        opened("one", CanvasPage.contract());
        var first = call("First");
        page.evaluate("""
                () => {
                  for (let size = 1 << 22, at = 0; size > 0; at++) {
                    try { sessionStorage.setItem('usher.undo:other-' + at, 'x'.repeat(size)); } catch { size >>= 1; }
                  }
                }""");

        // when
        reload("two", first);

        // then
        assertThat(undo()).isEnabled();
    }

    @Test
    void shouldNotUndoIntoADocumentThatSomebodyElseHasDrawn() throws IOException {
        // given
        opened("one", CanvasPage.contract());
        call("First");

        // when
        reload("two", CanvasPage.contract().replace("name=\"Start\"", "name=\"Theirs\""));

        // then
        assertThat(canvas.card("Theirs")).isVisible();
        assertThat(undo()).isDisabled();
    }

    @Test
    void shouldNeverUndoIntoAPoolThatWasTakenAway() throws IOException {
        // given: plain events become blocks at once, before what was taken away is kept
        var pool = CanvasPage.text("pool.bpmn").replaceAll("<bpmn:extensionElements>.*?</bpmn:extensionElements>", "");
        opened("one", pool);
        var adopted = canvas.save();
        assertThat(adopted).doesNotContain("collaboration").contains("usher.block");

        // when
        reload("two", adopted);
        undo().click();

        // then
        assertThat(undo()).isDisabled();
        assertThat(canvas.save()).doesNotContain("collaboration", "usher.block");
        assertThat(page.locator("#drawn")).not().containsText("collaboration");
    }

    @Test
    void shouldKeepNothingMoreOfADrawingOnceSomebodyHasSignedOut() throws IOException {
        // given
        opened("one", CanvasPage.contract());
        call("First");

        // when: something was drawn a moment before, and the page goes
        page.evaluate(CanvasPage.CANVAS + ".change('Rest', {name: 'Last'})");
        page.evaluate("() => { window.dispatchEvent(new Event('usher-signed-out'));"
                + " localStorage.clear(); sessionStorage.clear(); }");
        page.reload();

        // then
        assertThat(page.evaluate("JSON.stringify(localStorage) + JSON.stringify(sessionStorage)"))
                .asString()
                .doesNotContain("usher.undo", "usher.drawing");
    }

    // what is done

    private void opened(String opening, String xml) {
        page.evaluate(CanvasPage.CANVAS + ".keepCopyAs('workflow:me', '%s', 'tag-of-%s')".formatted(opening, opening));
        canvas.open(xml);
    }

    private void reload(String opening, String xml) throws IOException {
        page.reload();
        canvas.offer();
        opened(opening, xml);
    }

    /** Another name for one card; the document then. */
    private String call(String name) {
        page.evaluate("name => " + CanvasPage.CANVAS + ".change('Rest', {name})", name);
        return canvas.save();
    }

    // what is seen

    private Locator found() {
        return page.locator("#found");
    }

    private Locator undo() {
        return page.locator("[data-action=undo]");
    }

    private Locator redo() {
        return page.locator("[data-action=redo]");
    }

    @SuppressWarnings("unchecked")
    private List<String> slots() {
        return (List<String>)
                page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('usher.drawing:'))");
    }
}
