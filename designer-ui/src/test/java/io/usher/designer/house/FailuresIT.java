package io.usher.designer.house;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.TimeoutError;
import io.usher.designer.canvas.CanvasPage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever breaks while somebody draws: nothing drawn or typed is lost, and the screen says how it stands. */
class FailuresIT extends HouseWindow {

    private static final String TALK_WITH_THE_SERVER = "**/*v-r=uidl*";

    private final List<Route> held = new ArrayList<>();
    private CanvasPage canvas;

    @BeforeEach
    void canvas() {
        canvas = new CanvasPage(page);
    }

    @AfterEach
    void engineComesBack() {
        house.engineComesBack();
    }

    @Test
    void shouldKeepWhatIsDrawnWhileTheEngineIsAwayAndSaveItByItselfWhenItIsBack() {
        // given
        var workflow = open("Failures: the engine goes away");
        house.engineGoesAway();

        // when
        call("Thank you", "Typed meanwhile");
        draw();

        // then
        assertThat(saving()).hasText("Not saved");
        assertThat(page.locator("#not-saved")).containsText("Not saved: the engine does not answer");
        assertThat(page.locator(".us-notice")).containsText("does not answer");
        Look.at(page).and("engine-away").shouldFit();

        // when
        house.engineComesBack();

        // then
        assertThat(saving()).hasText(Pattern.compile("Saved.*"));
        assertThat(api.draft(workflow)).contains("Typed meanwhile", "name=\"Wait\"");
        assertThat(page.locator(".us-notice")).isHidden();
        page.waitForCondition(() -> copy(workflow) == null);
    }

    @Test
    void shouldOfferWhatTheBrowserHasKeptWhenThePageIsLoadedAnewBeforeItWasSaved() {
        // given
        var workflow = open("Failures: the page is loaded anew");
        var asked = new ArrayList<String>();
        page.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.accept();
        });
        house.engineGoesAway();
        draw();
        assertThat(saving()).hasText("Not saved");

        // when
        page.reload();

        // then: the browser has asked first, and there is nothing to draw on
        assertThat(asked).containsExactly("beforeunload");
        assertThat(page.locator(".us-trouble")).containsText("The engine does not answer");
        assertThat(page.locator(".us-trouble").getByText("Try again")).isVisible();
        Look.at(page).and("drawing-away").shouldFit();

        // when
        house.engineComesBack();

        // then
        assertThat(page.locator("#local-copy")).containsText("This browser has changes from");
        assertThat(canvas.card("Wait")).hasCount(0);
        Look.at(page).and("local-copy").shouldFit();

        // when
        page.locator("#use-local").click();

        // then
        assertThat(canvas.card("Wait")).isVisible();
        assertThat(page.locator("#local-copy")).isHidden();
        saved(workflow, "name=\"Wait\"");
    }

    @Test
    void shouldComeBackToTheUnsavedDrawingAfterTheSessionHasEnded() {
        // given: drawn, but the server does not know it yet; and a second window of the same person
        var other = house.page();
        other.navigate(
                house.designer() + "/workflow/" + made("Failures: beside it", RunningHouse.text("reading.bpmn")));
        assertThat(other.locator("#saving")).hasText(Pattern.compile("Saved.*"));
        var workflow = open("Failures: the session ends");
        holdWhatIsSaid();
        draw();
        page.waitForCondition(() -> copy(workflow) != null);

        // when
        house.endSessions();

        // then
        assertThat(page.locator("h1")).hasText("Sign in");
        page.unroute(TALK_WITH_THE_SERVER);
        assertThat(other.locator("h1")).hasText("Sign in");
        other.context().close();

        // when
        house.signIn(page);

        // then
        assertThat(page).hasURL(house.designer() + "/workflow/" + workflow);
        assertThat(page.locator("#local-copy")).containsText("This browser has changes from");
        page.locator("#use-local").click();
        assertThat(canvas.card("Wait")).isVisible();
        saved(workflow, "name=\"Wait\"");
    }

    @Test
    void shouldLeadFromTheStatusPageToTheSignInAndBack() {
        // given
        page.navigate(house.designer() + "/status");
        assertThat(page.locator("h2").first()).hasText("Everything is running");

        // when
        house.endSessions();

        // then
        assertThat(page.locator("h1")).hasText("Sign in");

        // when
        house.signIn(page);

        // then
        assertThat(page).hasURL(house.designer() + "/status");
        assertThat(page.locator("h2").first()).hasText("Everything is running");
    }

    @Test
    void shouldNotPutAMadeKeyOverTheOneThatIsTyped() {
        // given
        page.navigate(house.designer() + "/event-types");
        page.locator("#new-type:visible, #first-type:visible").first().click();
        assertThat(page.locator("#type-name input")).isFocused();
        holdWhatIsSaid();

        // when: the key is typed before the server has heard of the name
        page.locator("#type-name input").pressSequentially("Failures: seat taken");
        page.waitForCondition(() -> !held.isEmpty());
        page.locator("#type-key input").pressSequentially("failuresOwnKey");
        release();

        // then
        assertThat(page.locator("#type-key input")).hasAttribute("placeholder", "failuresSeatTaken");
        assertThat(page.locator("#type-key input")).hasValue("failuresOwnKey");
        page.locator("#create-type").click();
        assertThat(page.locator("#create-type")).hasCount(0);
        assertThat(api.get("/event-types/failuresOwnKey").path("name").asString())
                .isEqualTo("Failures: seat taken");
    }

    @Test
    void shouldTakeTheDrawingOfSomebodyElseAndKeepTheOwnOneAtHand() {
        // given
        var workflow = open("Failures: theirs counts");
        var theirs = bothDraw(workflow);
        assertThat(page.locator("#conflict"))
                .hasText(Pattern.compile("First manage key changed this workflow at .*while you were drawing.*"));
        assertThat(saving()).hasText("Not saved");
        Look.at(page).and("conflict").shouldFit();

        // when
        page.locator("#take-theirs").click();

        // then
        assertThat(canvas.card(theirs)).isVisible();
        assertThat(canvas.card("Wait")).hasCount(0);
        assertThat(page.locator("#conflict")).isHidden();
        assertThat(saving()).hasText(Pattern.compile("Saved.*"));
        assertThat(api.draft(workflow)).contains(theirs);

        // when
        page.locator(".us-drawing-actions vaadin-menu-bar-button:visible").click();
        page.locator("#drawing-bring-back").click();

        // then
        assertThat(canvas.card("Wait").first()).isVisible();
        saved(workflow, "name=\"Wait\"");
        assertThat(api.draft(workflow)).doesNotContain(theirs);
    }

    @Test
    void shouldSaveTheOwnDrawingOverThatOfSomebodyElseWhenThePersonSaysSo() {
        // given
        var workflow = open("Failures: mine counts");
        var theirs = bothDraw(workflow);

        // when: what is drawn while it is asked counts too
        page.locator("#look-theirs").click();
        assertThat(page.locator("bpmn-path")).containsText(theirs);
        page.keyboard().press("Escape");
        assertThat(page.locator("bpmn-path")).hasCount(0);
        call("Thank you", "Mine");
        page.locator("#keep-mine").click();

        // then
        saved(workflow, "name=\"Mine\"");
        assertThat(page.locator("#conflict")).isHidden();
        assertThat(api.draft(workflow)).contains("name=\"Wait\"").doesNotContain(theirs);
        assertThat(canvas.card("Mine")).isVisible();
    }

    @Test
    void shouldNotSaveOverSomebodyElseWhatWasStillOnItsWayWhenTheirsCame() {
        // given
        var workflow = open("Failures: on its way");
        holdWhatIsSaid();
        draw();
        page.waitForCondition(() -> copy(workflow) != null);

        // when
        api.draw(workflow, theirs("Theirs"));
        assertThat(canvas.card("Theirs")).isVisible();
        release();

        // then: both are there, and a person decides
        assertThat(page.locator("#local-copy")).containsText("This browser has changes from");
        assertThat(api.draft(workflow)).contains("Theirs");
        page.locator("#use-local").click();
        assertThat(page.locator("#conflict")).containsText("First manage key changed this workflow");
        page.locator("#keep-mine").click();
        saved(workflow, "name=\"Wait\"");
        assertThat(canvas.card("Wait")).isVisible();
    }

    @Test
    void shouldDrawInAWorkflowOfTwoHundredBlocks() {
        // given
        var workflow = made("Failures: two hundred blocks", LargeDrawing.bpmn());

        // when
        go(workflow);

        // then
        assertThat(canvas.card("Start")).isInViewport();
        assertThat(canvas.card("Exit")).hasCount(1);
        assertThat(canvas.card("Exit")).not().isInViewport();
        page.locator("[data-action=fit]").click();
        inView(LargeDrawing.BLOCKS);

        // when
        canvas.select(canvas.card("After all"));
        canvas.add("get order");

        // then
        canvas.isSelected("Get order");
        saved(workflow, "name=\"Get order\"");
        canvas.keys("0");
        inView(LargeDrawing.BLOCKS + 1);
        Look.at(page).closely().and("two-hundred-blocks").shouldFit();
    }

    @Test
    void shouldCutANameOfTwoHundredLettersWhereThereIsNoRoomForIt() {
        // given
        var name = ("Failures: a name that says everything about what this workflow does for whom and when and why, "
                        + "as people write names, without any end, " + "evenWithoutABlank".repeat(10))
                .substring(0, 200);
        var workflow = made(name, RunningHouse.text("reading.bpmn"));

        // then
        page.navigate(house.designer() + "/workflows?search=evenWithoutABlank");
        assertThat(page.locator(".us-rows tbody .us-open")).hasAttribute("title", name);
        Look.at(page).closely().and("long-name-list").shouldFit();
        go(workflow);
        assertThat(page.locator("#workflow-name")).hasAttribute("title", name);
        Look.at(page).closely().and("long-name-drawing").shouldFit();
        page.locator("#triggers-open").click();
        page.locator("#switch-start").click();
        assertThat(page.locator(".us-triggers .us-link")).isVisible();
        assertThat(page.locator(".us-triggers")).containsText(name);
        Look.at(page).and("long-name-triggers").shouldFit();
    }

    @Test
    void shouldNameWhatIsFilledInWronglyAndLeadToIt() {
        // given
        open("Failures: filled in wrongly");

        // when
        canvas.select(canvas.card("Wait a day"));
        setting("amount").locator("input").fill("");
        setting("amount").locator("input").press("Tab");
        canvas.select(canvas.card("Thank you"));
        setting("subject").locator("textarea, input").first().fill("Hello {{ contact.firstName");
        page.locator("#problems-open").click();

        // then
        var problems = page.locator("#problems .us-problem");
        var wait = problems.filter(new Locator.FilterOptions().setHasText("Wait a day"));
        var message = problems.filter(new Locator.FilterOptions().setHasText("Thank you"));
        assertThat(wait).hasCount(1);
        assertThat(message).hasCount(1);
        Look.at(page).and("problems").shouldFit();

        // when
        message.click();

        // then
        canvas.isSelected("Thank you");
        assertThat(setting("subject").locator("[invalid]").first()).isVisible();
        assertThat(canvas.card("Thank you").locator(".us-mark-error")).isVisible();

        // when
        wait.click();

        // then
        canvas.isSelected("Wait a day");
        assertThat(setting("amount").locator("input")).isFocused();
        Look.at(page).shouldFit();

        // when
        setting("amount").locator("input").fill("2");

        // then
        assertThat(wait).hasCount(0);
        assertThat(canvas.card("Wait a day").locator(".us-mark-error")).hasCount(0);
    }

    // the workflow of a test

    private String open(String name) {
        var workflow = made(name, RunningHouse.text("reading.bpmn"));
        go(workflow);
        return workflow;
    }

    private static String made(String name, String bpmn) {
        var workflow = api.post("/workflows", Map.of("name", name, "tags", List.of("failures")))
                .path("id")
                .asString();
        api.draw(workflow, bpmn);
        return workflow;
    }

    private void go(String workflow) {
        page.navigate(house.designer() + "/workflow/" + workflow);
        assertThat(canvas.card("Exit")).isVisible();
        assertThat(saving()).hasText(Pattern.compile("Saved.*"));
    }

    // what is done in it

    /** One more card, after the message. */
    private void draw() {
        canvas.select(canvas.card("Wait a day"));
        canvas.add("wait");
        canvas.isSelected("Wait");
    }

    /** Another name for a block, in the form beside the drawing. */
    private void call(String block, String name) {
        canvas.select(canvas.card(block));
        var field = page.locator("#side .us-block-name input");
        assertThat(field).hasValue(block);
        field.fill(name);
        assertThat(canvas.card(name)).isVisible();
    }

    /** What somebody else makes of the drawing. */
    private static String theirs(String exit) {
        return RunningHouse.text("reading.bpmn").replace("name=\"Exit\"", "name=\"" + exit + "\"");
    }

    /**
     * Both draw until both have drawn at the same time: on a slow machine the one may be saved before the other begins,
     * which is no conflict.
     */
    private String bothDraw(String workflow) {
        var tries = new ArrayList<String>();
        page.waitForCondition(() -> {
            draw();
            tries.add("Theirs " + tries.size());
            api.draw(workflow, theirs(tries.getLast()));
            try {
                page.locator("#conflict").waitFor(new Locator.WaitForOptions().setTimeout(20_000));
                return true;
            } catch (TimeoutError e) {
                return false;
            }
        });
        return tries.getLast();
    }

    /** A slow way to the server: what the page says stays on it. What the server says comes by another way. */
    private void holdWhatIsSaid() {
        page.route(TALK_WITH_THE_SERVER, said -> {
            if (!page.url().endsWith("/sign-in")) {
                held.add(said);
            } else {
                said.resume();
            }
        });
    }

    private void release() {
        page.unroute(TALK_WITH_THE_SERVER);
        held.forEach(Route::resume);
        held.clear();
    }

    // what is seen

    private Locator saving() {
        return page.locator("#saving");
    }

    private void saved(String workflow, String part) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(api.draft(workflow)).contains(part));
        assertThat(saving()).hasText(Pattern.compile("Saved.*"));
    }

    private Object copy(String workflow) {
        return page.evaluate(
                "key => localStorage.getItem(Object.keys(localStorage).find(slot => slot.startsWith(key)))",
                "usher.drawing:" + workflow + ":admin#");
    }

    private void inView(int cards) {
        page.waitForFunction("""
                cards => {
                  const canvas = document.querySelector('.us-canvas').getBoundingClientRect();
                  const all = [...document.querySelectorAll('.us-canvas .djs-shape .us-card')].map(card => card.getBoundingClientRect());
                  return all.length === cards && all.every(card => card.left >= canvas.left && card.right <= canvas.right
                      && card.top >= canvas.top && card.bottom <= canvas.bottom && card.width > 20);
                }""", cards);
    }
}
