package io.usher.designer.canvas;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Decisions arrive with their ways, and the ways say whom they are for. */
class BranchesIT extends CanvasTest {

    private static final String MODELER = CanvasPage.CANVAS + ".modeler";

    /** Pairs of cards that lie on one another. */
    private static final String OVERLAPS = """
            () => {
              const cards = document.querySelector('bpmn-designer').modeler.get('elementRegistry')
                .filter(e => !e.waypoints && e.parent && e.width);
              return cards.flatMap((a, i) => cards.slice(i + 1)
                .filter(b => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height)
                .map(b => a.businessObject.name + '/' + b.businessObject.name));
            }""";

    /** Labels that touch a card or another label. */
    private static final String HIDDEN_WORDS = """
            () => {
              const boxes = (selector) => [...document.querySelectorAll('bpmn-designer ' + selector)]
                .map(each => each.getBoundingClientRect());
              const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
              const labels = boxes('.us-way');
              const cards = boxes('.us-card');
              return labels.filter((a, i) => cards.some(b => meet(a, b)) || labels.some((b, j) => i !== j && meet(a, b))).length;
            }""";

    @BeforeEach
    void beginAtTheStart() throws IOException {
        canvas.open(CanvasPage.text("first.bpmn"));
        page.evaluate(CanvasPage.CANVAS + ".focusCanvas()");
        canvas.keys("ArrowDown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"condition", "split"})
    void shouldBringTwoNamedWaysInOneStep(String decision) throws IOException {
        // when
        canvas.palette(decision).click();

        // then
        var title = decision.equals("split") ? "Split" : "Condition";
        canvas.isSelected(title);
        assertThat(canvas.lines()).containsExactly("Start>" + title, title + ">Exit", title + ">Exit");
        assertThat(labels())
                .hasText(
                        decision.equals("split")
                                ? new String[] {"A · 50 %", "B · 50 %"}
                                : new String[] {"Yes", "Else"});
        assertThat(page.evaluate(OVERLAPS)).isEqualTo(List.of());
        var saved = canvas.save();
        assertThat(canvas.writtenAnew()).isEqualTo(saved);

        // when
        page.locator("[data-action=undo]").click();

        // then
        assertThat(page.locator("[data-action=undo]")).isDisabled();
        assertThat(canvas.save()).isEqualTo(CanvasPage.text("first.bpmn"));

        // and: what was saved opens as it was
        canvas.open(saved);
        assertThat(canvas.save()).isEqualTo(saved);
    }

    @Test
    void shouldBringAllWaysIntoView() {
        // given: a canvas as wide as two cards beside each other, seen far to the left
        page.evaluate(CanvasPage.CANVAS + ".style.width = '820px'");
        page.waitForCondition(() -> page.locator(".us-canvas").first().boundingBox().width < 700);
        page.evaluate(MODELER + ".get('canvas').scroll({dx: 160, dy: 0})");

        // when
        canvas.palette("condition").click();

        // then
        assertThat(labels()).hasCount(2);
        var stage = page.locator(".us-canvas").first().boundingBox();
        page.waitForCondition(() -> page.locator("bpmn-designer .us-card").all().stream()
                .map(Locator::boundingBox)
                .allMatch(box -> box.x >= stage.x && box.x + box.width <= stage.x + stage.width));
    }

    @Test
    void shouldMakeTheLineItIsPutIntoItsFirstWay() {
        // given
        canvas.palette("get-order").click();
        canvas.palette("exit").click();
        var before = canvas.save();
        var start = CanvasPage.box(canvas.card("Start"));

        // when
        canvas.drag("condition", start.x + start.width / 2 + 6, start.y + start.height + 22);

        // then
        assertThat(canvas.card("Condition")).isVisible();
        assertThat(ways()).containsExactly("Yes: Get order", "Else: Exit");
        assertThat(page.evaluate(OVERLAPS)).isEqualTo(List.of());

        // when: it goes again, with what it brought
        page.evaluate(CanvasPage.CANVAS + ".focusCanvas()");
        canvas.keys("Delete");

        // then
        assertThat(canvas.lines()).containsExactlyInAnyOrder("Start>Get order", "Get order>Exit");
        assertThat(canvas.card("Exit")).hasCount(1);
        page.locator("[data-action=undo]").click();
        page.locator("[data-action=undo]").click();
        assertThat(canvas.save()).isEqualTo(before);
    }

    @Test
    void shouldGoOnAtTheOpenEndsBeforeOneMoreWayIsMade() {
        // given
        canvas.add("condition");

        // when: each time the decision is what is selected
        canvas.add("send");
        canvas.select(canvas.card("Condition"));
        canvas.add("wait");

        // then
        assertThat(ways()).containsExactly("Yes: Send message", "Else: Wait");
        assertThat(canvas.lines()).contains("Send message>Exit", "Wait>Exit");

        // when
        canvas.select(canvas.card("Condition"));
        canvas.add("get order");

        // then
        assertThat(ways()).containsExactly("Yes: Send message", "Branch 2: Get order", "Else: Wait");
        assertThat(page.evaluate(HIDDEN_WORDS)).isEqualTo(0);
    }

    @Test
    void shouldGoOnAtTheExitSomethingIsDroppedOn() {
        // given
        canvas.add("split");
        var last = CanvasPage.box(canvas.card("Exit").last());

        // when
        canvas.drag("wait", last.x + last.width / 2, last.y + last.height / 2);

        // then
        assertThat(canvas.card("Wait")).isVisible();
        assertThat(ways()).containsExactly("A: Exit", "B: Wait");
        assertThat(canvas.lines()).contains("Wait>Exit");
    }

    @Test
    void shouldLeadAnOpenEndWhereALineIsDrawn() {
        // given
        canvas.palette("wait").click();
        canvas.select(canvas.card("Start"));
        canvas.palette("condition").click();
        var there = canvas.card("Wait");
        assertThat(ways()).containsExactly("Yes: Wait", "Else: Exit");

        // when
        canvas.connect(canvas.card("Condition"), there);

        // then
        assertThat(canvas.card("Exit")).hasCount(0);
        assertThat(ways()).containsExactly("Yes: Wait", "Else: Wait");
        assertThat(labels()).hasCount(2);
        assertThat(page.evaluate(HIDDEN_WORDS)).isEqualTo(0);

        // when: a way is taken away on the canvas
        page.evaluate(CanvasPage.CANVAS + ".removeElement(" + MODELER
                + ".get('elementRegistry').find(e => e.businessObject?.name === 'Else').id)");

        // then
        assertThat(ways()).containsExactly("Yes: Wait");
        page.locator("[data-action=undo]").click();
        page.locator("[data-action=undo]").click();
        assertThat(ways()).containsExactly("Yes: Wait", "Else: Exit");
    }

    @Test
    void shouldAddAndTakeAwayWaysAsTheFormAsksInOneStepEach() {
        // given
        canvas.add("split");
        var two = canvas.save();

        // when
        page.evaluate(CanvasPage.CANVAS + ".addWay('" + CanvasPage.id(canvas.card("Split")) + "')");

        // then
        assertThat(labels()).hasText(new String[] {"A · 34 %", "B · 33 %", "C · 33 %"});
        assertThat(page.locator("#selected")).containsText("share=34");
        assertThat(page.evaluate(OVERLAPS)).isEqualTo(List.of());

        // when
        page.evaluate(CanvasPage.CANVAS + ".removeElement(" + MODELER
                + ".get('elementRegistry').find(e => e.businessObject?.name === 'B').id)");

        // then: its people go to the others, its Exit with it
        assertThat(labels()).hasCount(2);
        assertThat(ways()).containsExactly("A: Exit", "C: Exit");
        assertThat(page.locator(".us-way-label").first()).hasText("A · 50 %");
        assertThat(canvas.card("Exit")).hasCount(2);
        page.locator("[data-action=undo]").click();
        assertThat(labels()).hasCount(3);
        page.locator("[data-action=undo]").click();
        assertThat(labels()).hasCount(2);
        assertThat(canvas.save()).isEqualTo(two);
    }

    @Test
    void shouldGiveACopyTheWaysOfTheOriginal() throws IOException {
        // given
        canvas.open(CanvasPage.contract());
        page.evaluate(CanvasPage.CANVAS + ".select('Big')");
        page.evaluate(CanvasPage.CANVAS + ".focusCanvas()");

        // when
        canvas.keys("Control+c");
        canvas.open(CanvasPage.text("first.bpmn"));
        page.evaluate(CanvasPage.CANVAS + ".focusCanvas()");
        canvas.keys("Control+v");

        // then
        assertThat(ways()).containsExactly("Over 100: Exit", "Else: Exit");
        assertThat(canvas.save())
                .contains("&#34;fact&#34;:&#34;order.totalCost&#34;")
                .doesNotContain("waysOfOriginal");
        page.locator("[data-action=undo]").click();
        assertThat(canvas.save()).isEqualTo(CanvasPage.text("first.bpmn"));
    }

    @Test
    void shouldMakeRoomForWaysInsideWaysWithoutACardOnAnother() {
        // when
        canvas.add("condition");
        canvas.add("condition");
        canvas.keys("ArrowUp");
        canvas.add("split");
        canvas.add("split");

        // then
        assertThat(page.evaluate(OVERLAPS)).isEqualTo(List.of());
        assertThat(page.evaluate(HIDDEN_WORDS)).isEqualTo(0);
        assertThat(labels()).hasCount(8);
        canvas.picture("branches-nested");
        for (int step = 0; step < 4; step++) {
            page.locator("[data-action=undo]").click();
        }
        assertThat(page.locator("[data-action=undo]")).isDisabled();
    }

    @Test
    void shouldSayTheRuleOnTheLineAndAllOfItWhereTheMouseRests() throws IOException {
        // when
        canvas.open(CanvasPage.contract());
        page.evaluate(CanvasPage.CANVAS + ".segments({buyers: 'Everybody who bought'})");

        // then
        var label = page.locator("bpmn-designer [data-way=F3]");
        var whole = "Over 100 · total cost over 100 and not in Everybody who bought";
        assertThat(label.locator(".us-way-label")).containsText("Over 100 · total cost over 100");
        assertThat(label.locator(".us-way-label")).containsText("…");
        assertThat(label.locator("title")).hasText(whole);
        assertThat(page.locator("bpmn-designer .djs-connection[data-element-id=F3]"))
                .hasAttribute("aria-label", Pattern.compile(whole + ".*"));
        assertThat(page.evaluate(HIDDEN_WORDS)).isEqualTo(0);
        canvas.picture("branches-rule");

        // when: the words are clicked, the line is meant
        label.click();

        // then
        assertThat(page.locator("#selected")).containsText("id=F3");
        assertThat(canvas.save()).isEqualTo(CanvasPage.contract());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{fact: 'event.total', op: 'greater'} | Big · total over …",
                "{fact: 'contact.firstName', op: 'exists'} | Big · first name is set",
                "{not: {fact: 'segment.buyers', op: 'equal', value: true}} | Big · not in buyers",
                "{any: [{fact: 'consent.email', op: 'equal', value: true}, {fact: 'event.city', op: 'one-of',"
                        + " value: ['Oslo', 'Rome']}]} | Big · email consent is yes or city is Oslo or Rome",
                "{some: 'event.items', where: {fact: 'item.price', op: 'less', value: 9}}"
                        + " | Big · at least one of items where price under 9",
                "{fact: 'event.date', op: 'before', value: '2026-03-01'} | Big · date before 1 Mar 2026",
                "{all: []} | Big",
                "'nonsense' | Big"
            })
    void shouldSayEveryRuleInShortWords(String rule, String said) throws IOException {
        // given
        canvas.open(CanvasPage.contract());

        // when
        page.evaluate(
                CanvasPage.CANVAS + ".changeAll({F3: {exit: {name: 'Big', order: 1, rule: %s}}})".formatted(rule));

        // then
        assertThat(page.locator("bpmn-designer [data-way=F3] title")).hasText(said);
    }

    @Test
    void shouldTellWhatIsBeingMadeUntilSomethingElseIsSelected() {
        // when
        canvas.add("condition");

        // then
        var made = page.locator("#making");
        assertThat(made).containsText(CanvasPage.id(canvas.card("Condition")));

        // when
        canvas.select(canvas.card("Start"));

        // then
        assertThat(made).hasText("[]");
        canvas.select(canvas.card("Condition"));
        assertThat(page.locator("#selected")).containsText("block=condition");
        assertThat(made).hasText("[]");
    }

    private Locator labels() {
        return page.locator("bpmn-designer .us-way-label");
    }

    /** The ways of all decisions in their order, as "Yes: Exit". */
    @SuppressWarnings("unchecked")
    private List<String> ways() {
        return (List<String>) page.evaluate("""
                () => {
                  const exit = (flow) => {
                    const held = flow.businessObject.extensionElements?.values.flatMap(each => each.properties ?? [])
                      .find(each => each.name === 'usher.exit');
                    return held && JSON.parse(held.value);
                  };
                  return document.querySelector('bpmn-designer').modeler.get('elementRegistry')
                    .filter(e => e.waypoints && exit(e))
                    .sort((a, b) => exit(a).order - exit(b).order)
                    .map(flow => exit(flow).name + ': ' + flow.target.businessObject.name);
                }""");
    }
}
