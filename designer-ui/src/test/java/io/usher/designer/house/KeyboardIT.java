package io.usher.designer.house;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.usher.designer.canvas.CanvasPage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person without a mouse: every step by keys, the focus always to be seen, and back where it was after a dialog. */
class KeyboardIT extends HouseWindow {

    private static final int MOST_STOPS = 80;

    /** What has the focus, or something around it, shows a ring. */
    private static final String RING = """
            () => {
              const ring = style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1;
              const frame = style => style.content !== 'none' && parseFloat(style.borderTopWidth) >= 2;
              const shown = e => ring(getComputedStyle(e))
                  || ['::before', '::after'].map(part => getComputedStyle(e, part)).some(style => ring(style) || frame(style));
              const inside = e => e.shadowRoot ? [...e.shadowRoot.querySelectorAll('*')] : [];
              for (let e = document.activeElement, i = 0; e && i < 5; e = e.parentElement, i++) {
                if ([e, ...inside(e)].some(shown)) return '';
              }
              const e = document.activeElement;
              return e === document.body ? '' : e.outerHTML.slice(0, 120);
            }""";

    private final Set<String> withoutRing = new LinkedHashSet<>();
    private CanvasPage canvas;

    @BeforeEach
    void canvas() {
        canvas = new CanvasPage(page);
    }

    @AfterEach
    void shouldHaveShownTheFocus() {
        assertThat(withoutRing).as("stops of the Tab key without a ring").isEmpty();
    }

    @Test
    void shouldDrawSetUpAndActivateAWorkflow() {
        // given
        api.post(
                "/event-types",
                Map.of("key", "keyboardOrderPaid", "name", "Keyboard: order paid", "category", "order"));
        page.navigate(house.designer() + "/workflows");

        begin("Keyboard: order confirmation");
        drawFourBlocks();
        fillThemIn();
        takeBackAndCopy();
        assertThat(page.locator("#saving")).hasText(Pattern.compile("Saved.*"));
        trigger("Keyboard: order paid");
        activate();

        // then
        var workflow = page.url().replaceFirst(".*/workflow/([^?]+).*", "$1");
        api.await(
                "/workflows/" + workflow,
                found -> "active".equals(found.path("status").asString()));
        assertThat(api.draft(workflow))
                .contains("Your order {{ event.key }}")
                .contains("&#34;unit&#34;:&#34;hours&#34;");
    }

    private void begin(String name) {
        var begin =
                page.locator("#new-workflow:visible, #first-workflow:visible").first();
        tabTo(begin);
        canvas.keys("Enter");
        assertThat(page.locator("#workflow-name input")).isFocused();
        canvas.keys("Escape");
        assertThat(begin).isFocused();
        canvas.keys("Enter");
        assertThat(page.locator("#workflow-name input")).isFocused();
        page.keyboard().type(name);
        canvas.keys("Enter");
        assertThat(canvas.card("Start")).isVisible();
    }

    private void drawFourBlocks() {
        tabTo(drawing());
        canvas.keys("ArrowDown");
        canvas.isSelected("Start");
        canvas.add("get order");
        canvas.isSelected("Get order");
        canvas.add("send");
        canvas.isSelected("Send message");
        canvas.keys("a");
        var chosen = page.locator(".us-menu [role=option][aria-selected=true]");
        page.waitForCondition(() -> {
            canvas.keys("ArrowDown");
            return "wait".equals(chosen.getAttribute("data-choose"));
        });
        canvas.keys("Enter");
        canvas.isSelected("Wait");
        canvas.add("exit");
        canvas.isSelected("Exit");
        assertThat(canvas.lines())
                .containsExactly("Start>Get order", "Get order>Send message", "Send message>Wait", "Wait>Exit");
    }

    private void fillThemIn() {
        // the wait
        canvas.keys("ArrowUp");
        canvas.isSelected("Wait");
        canvas.keys("Enter");
        assertThat(setting("amount").locator("input")).isFocused();
        canvas.keys("Control+a");
        page.keyboard().type("2");
        assertThat(canvas.card("Wait")).containsText("2 days");
        tabTo(setting("unit"));
        canvas.keys("Enter");
        walkTo("ArrowUp", page.locator("vaadin-select-item:visible").getByText("hours"));
        canvas.keys("Enter");
        assertThat(canvas.card("Wait")).containsText("2 hours");
        backToTheDrawing();

        // the message
        canvas.keys("ArrowUp");
        canvas.isSelected("Send message");
        canvas.keys("Enter");
        assertThat(setting("kind").locator("input").first()).isFocused();
        canvas.keys("Space");
        assertThat(setting("kind").locator("input").first()).isChecked();
        tabTo(setting("subject").locator("input, textarea").first());
        page.keyboard().type("Your order {{ event.key }}");
        tabTo(setting("html").locator("textarea").first());
        page.keyboard().type("<p>Thank you!</p>");
        assertThat(canvas.card("Send message")).containsText("Your order");
        backToTheDrawing();

        // the order
        canvas.keys("ArrowUp");
        canvas.isSelected("Get order");
        canvas.keys("Enter");
        assertThat(setting("by").locator("input").first()).isFocused();
        canvas.keys("Space");
        assertThat(setting("by").locator("input").first()).isChecked();
        tabTo(setting("whenMissing"));
        canvas.keys("Space");
        assertThat(setting("whenMissing").locator("input").first()).isChecked();
        backToTheDrawing();
    }

    private void takeBackAndCopy() {
        canvas.keys("ArrowDown", "ArrowDown");
        canvas.isSelected("Wait");
        canvas.keys("Control+c", "Control+v");
        assertThat(canvas.card("Wait")).hasCount(2);
        canvas.keys("Delete");
        assertThat(canvas.card("Wait")).hasCount(1);
        canvas.keys("Control+z");
        assertThat(canvas.card("Wait")).hasCount(2);
        canvas.keys("Control+y");
        assertThat(canvas.card("Wait")).hasCount(1);
    }

    private void trigger(String eventType) {
        tabTo(page.locator("#triggers-open"));
        canvas.keys("Enter");
        assertThat(page.locator("#switch-start")).isVisible();
        tabTo(page.locator("#switch-start input"));
        canvas.keys("Space");
        assertThat(page.locator(".us-event-type-field vaadin-combo-box input")).isFocused();
        page.keyboard().type(eventType);
        assertThat(page.locator("vaadin-combo-box-item:visible").first()).containsText(eventType);
        canvas.keys("Enter");
        assertThat(page.locator(".us-link-says")).containsText(eventType);
        tabTo(page.locator("#save-triggers"));
        canvas.keys("Enter");
        assertThat(page.locator(".us-chip-start")).containsText(eventType);
        assertThat(page.locator("#triggers-open")).isFocused();
    }

    private void activate() {
        tabTo(page.locator("#activate"));
        canvas.keys("Enter");
        var asks = page.getByRole(AriaRole.ALERTDIALOG);
        assertThat(asks).containsText("Keyboard: order paid");
        var confirm = asks.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Activate"));
        assertThat(confirm).isFocused();
        canvas.keys("Enter");
        assertThat(page.locator(".us-drawing-title")).containsText("Active");
        assertThat(asks).hasCount(0);
        assertThat(drawing()).isFocused();
    }

    @Test
    void shouldLeadFromAProblemToItsFieldAndBack() {
        // given
        go("Keyboard: a problem", RunningHouse.text("reading.bpmn").replace("&#34;amount&#34;: 1, ", ""));
        tabTo(page.locator("#problems-open"));
        canvas.keys("Enter");
        var problem = page.locator(".us-problem").filter(new Locator.FilterOptions().setHasText("Wait a day"));

        // when
        tabTo(problem);
        canvas.keys("Enter");

        // then
        canvas.isSelected("Wait a day");
        assertThat(setting("amount").locator("input")).isFocused();

        // when
        canvas.keys("Control+a");
        page.keyboard().type("3");

        // then
        assertThat(problem).hasCount(0);
        backToTheDrawing();

        // when
        tabTo(page.locator("#problems").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Close")));
        canvas.keys("Enter");

        // then
        assertThat(page.locator("#problems")).isHidden();
        assertThat(page.locator("#problems-open")).isFocused();
    }

    @Test
    void shouldGiveTheFocusBackWhereItWasWhenSomethingIsClosed() {
        // given: from the list into the drawing
        var workflow = made("Keyboard: opens and closes", RunningHouse.text("reading.bpmn"));
        page.navigate(house.designer() + "/workflows?search=Keyboard: opens");
        assertThat(page.locator(".us-rows tbody tr:has(td)")).hasCount(1);
        tabTo(page.locator(".us-rows tbody .us-open"));
        canvas.keys("Enter");
        assertThat(page).hasURL(house.designer() + "/workflow/" + workflow);
        assertThat(canvas.card("Exit")).isVisible();

        var dialog = page.locator("vaadin-dialog[opened]");
        // when
        tabTo(page.locator("#triggers-open"));
        canvas.keys("Enter");
        assertThat(dialog).hasCount(1);
        canvas.keys("Escape");

        // then
        assertThat(dialog).hasCount(0);
        assertThat(page.locator("#triggers-open")).isFocused();

        // and from the menu
        var menu = page.locator(".us-drawing-actions vaadin-menu-bar-button:visible");
        for (var item : List.of("#versions-open", "#tags-edit")) {
            // when
            tabTo(menu);
            canvas.keys("Enter");
            walkTo("ArrowDown", page.locator(item));
            canvas.keys("Enter");
            assertThat(dialog).hasCount(1);
            canvas.keys("Escape");

            // then
            assertThat(dialog).hasCount(0);
            assertThat(menu).isFocused();
        }

        // when: the name is changed where it stands
        tabTo(page.locator("#workflow-name"));
        canvas.keys("Enter");
        assertThat(page.locator("#workflow-name-field input")).isFocused();
        canvas.keys("Control+a");
        page.keyboard().type("Keyboard: called anew");
        canvas.keys("Enter");

        // then
        assertThat(page.locator("#workflow-name")).hasText("Keyboard: called anew");
        assertThat(page.locator("#workflow-name")).isFocused();
        api.await(
                "/workflows/" + workflow,
                found -> "Keyboard: called anew".equals(found.path("name").asString()));
    }

    @Test
    void shouldShowTheSheetOfKeysFromTheDrawingAndFromTheMenu() {
        // given
        go("Keyboard: the sheet", RunningHouse.text("reading.bpmn"));
        var sheet = page.locator("dialog.us-sheet");

        // when
        tabTo(drawing());
        canvas.keys("?");

        // then
        assertThat(sheet).containsText("Go to the next block");
        assertThat(sheet.locator("button")).isFocused();
        canvas.keys("Escape");
        assertThat(sheet).hasCount(0);
        assertThat(drawing()).isFocused();

        // when
        tabTo(page.locator(".us-drawing-actions vaadin-menu-bar-button:visible"));
        canvas.keys("Enter");
        var keys = page.locator("#drawing-keys");
        assertThat(keys).isVisible();
        walkTo("ArrowDown", keys);
        canvas.keys("Enter");

        // then
        assertThat(sheet).isVisible();
        canvas.keys("Enter");
        assertThat(sheet).hasCount(0);
        assertThat(drawing()).isFocused();
    }

    // the workflow of a test

    private void go(String name, String bpmn) {
        page.navigate(house.designer() + "/workflow/" + made(name, bpmn));
        assertThat(canvas.card("Exit")).isVisible();
    }

    private static String made(String name, String bpmn) {
        var workflow = api.post("/workflows", Map.of("name", name, "tags", List.of("keyboard")))
                .path("id")
                .asString();
        api.draw(workflow, bpmn);
        return workflow;
    }

    // keys

    /** Goes on with the Tab key until this, or something in it, has the focus. */
    private void tabTo(Locator goal) {
        assertThat(goal).isVisible();
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            canvas.keys("Tab");
            var hidden = (String) page.evaluate(RING);
            if (!hidden.isEmpty()) {
                withoutRing.add(hidden);
            }
            if (hasFocus(goal)) {
                return;
            }
        }
        throw new AssertionError("Tab does not come to " + goal);
    }

    /** Goes on with an arrow key, in a list that is about to open, until this line has the focus. */
    private void walkTo(String arrow, Locator line) {
        assertThat(line).isVisible();
        page.waitForCondition(() -> {
            if (!hasFocus(line)) {
                canvas.keys(arrow);
            }
            return hasFocus(line);
        });
    }

    private void backToTheDrawing() {
        canvas.keys("Escape");
        assertThat(drawing()).isFocused();
    }

    private Locator drawing() {
        return page.locator("bpmn-designer svg[role=application]");
    }

    private static boolean hasFocus(Locator goal) {
        return (boolean) goal.evaluate("goal => goal.contains(document.activeElement)");
    }
}
