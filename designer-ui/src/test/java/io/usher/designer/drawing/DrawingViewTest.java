package io.usher.designer.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.page.PageVisibility;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import io.usher.designer.DesignerTest;
import io.usher.designer.FakeEngine.Answer;
import io.usher.designer.FakeEngine.Call;
import io.usher.designer.canvas.BpmnDesigner;
import io.usher.designer.canvas.LocalCopy;
import io.usher.designer.canvas.Selection;
import io.usher.designer.channels.MailNote;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.list.Notice;
import io.usher.designer.triggers.TriggersDialog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.util.ReflectionTestUtils;
import tools.jackson.databind.node.JsonNodeFactory;

@WithAnonymousUser
class DrawingViewTest extends DesignerTest {

    private static final String ONE = "/api/v1/workflows/w1";
    private static final String DRAFT = ONE + "/draft";
    private static final String PUT = "PUT " + DRAFT;
    private static final String VALIDATE = "POST " + ONE + "/validate";

    private volatile String stored = "<drawing v='1'/>";
    private volatile String etag = "t1";
    private volatile String by = "anna";
    private volatile String name = "Welcome";
    private volatile String status = "draft";
    private volatile boolean differs = true;
    private boolean engineIsAway;
    private SessionToken token;

    @BeforeEach
    void annaIsSignedInAndThereIsAWorkflow() {
        token = signIn("anna").token();
        ENGINE.answer("GET " + ONE, call -> workflow());
        ENGINE.reply("GET " + DRAFT, call -> Answer.xml(stored, etag));
        ENGINE.reply(PUT, call -> save(call.text(), call.ifMatch()));
        ENGINE.answer("GET /api/v1/blocks", call -> BLOCKS);
        ENGINE.answer("GET /api/v1/segments", call -> "{\"items\":[]}");
        ENGINE.answer(VALIDATE, call -> check(true, ""));
    }

    @AfterEach
    void engineComesBack() {
        if (engineIsAway) {
            engineIsAway = false;
            ENGINE.comeBack();
        }
    }

    // saving by itself

    @Test
    void shouldShowTheDraftAndThatItIsSaved() {
        // when
        var view = open();

        // then
        assertThat(canvas().document()).isEqualTo("<drawing v='1'/>");
        assertThat(words(view)).contains("Welcome", "Draft", "Saved", "Order paid", "No problems");
    }

    @Test
    void shouldSaveWhatIsDrawnOverTheDraftItWasDrawnOn() {
        // given
        open();

        // when
        draw("<drawing v='2'/>");

        // then
        assertThat(saying()).isEqualTo("Saving...");
        eventually(() -> assertThat(stored).isEqualTo("<drawing v='2'/>"));
        eventually(() -> assertThat(saying()).startsWith("Saved"));
        assertThat(lastPut().ifMatch()).isEqualTo("\"t1\"");
    }

    @Test
    void shouldSaveTheNewestNextAndOneAtATime() {
        // given
        open();
        draw("<drawing v='2'/>");
        eventually(() -> assertThat(saying()).startsWith("Saved"));
        var gate = ENGINE.hold();
        draw("<drawing v='3'/>");
        editor().saveNow();

        // when: two more while the first is on its way
        draw("<drawing v='4'/>");
        editor().saveNow();
        draw("<drawing v='5'/>");
        gate.countDown();

        // then
        eventually(() -> assertThat(stored).isEqualTo("<drawing v='5'/>"));
        eventually(() -> assertThat(saying()).startsWith("Saved"));
        assertThat(ENGINE.calls("PUT", DRAFT))
                // not what a page of the test before was still saving
                .filteredOn(call -> call.authorization().equals("Bearer " + token.value()))
                .extracting(call -> call.text())
                .containsExactly("<drawing v='2'/>", "<drawing v='3'/>", "<drawing v='5'/>");
    }

    @Test
    void shouldKeepTryingWhileTheEngineIsAwayAndSaveWhenItIsBack() {
        // given
        var view = open();
        ENGINE.goAway();
        engineIsAway = true;

        // when
        draw("<drawing v='2'/>");

        // then
        eventually(() -> assertThat(saying()).isEqualTo("Not saved"));
        assertThat(words(bar("not-saved"))).contains("the engine does not answer", "kept in this browser");
        assertThat(view.getElement().getAttribute("data-unsaved")).isEqualTo("true");

        // when: more is drawn meanwhile
        draw("<drawing v='3'/>");
        engineComesBack();

        // then
        eventually(() -> assertThat(stored).isEqualTo("<drawing v='3'/>"));
        eventually(() -> assertThat(saying()).startsWith("Saved"));
        assertThat(view.getElement().getAttribute("data-unsaved")).isEqualTo("false");
    }

    @Test
    void shouldSaveWhenThePersonLeavesBeforeTheQuietIsOver() {
        // given
        var view = open();
        draw("<drawing v='2'/>");

        // when
        view.getElement().removeFromParent();

        // then
        eventually(() -> assertThat(stored).isEqualTo("<drawing v='2'/>"));
    }

    @Test
    void shouldSayWhyTheEngineDoesNotTakeIt() {
        // given
        open();
        ENGINE.refuse(PUT, 413, "The drawing is larger than 2 MB");

        // when
        draw("<drawing v='2'/>");

        // then
        eventually(() -> assertThat(saying()).isEqualTo("Not saved"));
        assertThat(words(bar("not-saved"))).contains("Not saved: The drawing is larger than 2 MB");

        // when
        ENGINE.reply(PUT, call -> save(call.text(), call.ifMatch()));
        draw("<drawing v='3'/>");

        // then
        eventually(() -> assertThat(saying()).startsWith("Saved"));
        assertThat(bar("not-saved").isVisible()).isFalse();
    }

    @Test
    void shouldGoToTheSignInWhenTheSessionEndsWhileSaving() {
        // given
        open();
        ENGINE.forgetSessions();

        // when
        draw("<drawing v='2'/>");

        // then
        eventually(() -> assertThat(
                        httpSession().getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY))
                .isNull());
    }

    @Test
    void shouldOfferToTryAgainWhenItCannotBeOpened() {
        // given
        ENGINE.refuse("GET " + DRAFT, 500, "Something went wrong");

        // when
        UI.getCurrent().navigate(WorkflowView.class, "w1");

        // then
        eventually(() -> assertThat(find(Notice.class).all())
                .anySatisfy(said -> assertThat(words(said)).contains("Something went wrong", "Try again")));
    }

    @Test
    void shouldOpenByItselfWhenTheEngineIsBack() {
        // given
        ENGINE.goAway();
        engineIsAway = true;
        UI.getCurrent().navigate(WorkflowView.class, "w1");
        eventually(() -> assertThat(find(Notice.class).all())
                .anySatisfy(said -> assertThat(words(said)).contains("does not answer", "Try again")));

        // when
        engineComesBack();

        // then
        eventually(() -> assertThat(find(DraftEditor.class).all()).hasSize(1));
        assertThat(canvas().document()).isEqualTo("<drawing v='1'/>");
        assertThat(saying()).startsWith("Saved");
        assertThat(find(Notice.class).all()).isEmpty();
    }

    @Test
    void shouldLeadToTheListWhenThereIsNoSuchWorkflow() {
        // given
        ENGINE.refuse("GET " + DRAFT, 404, "There is no workflow w1");

        // when
        UI.getCurrent().navigate(WorkflowView.class, "w1");

        // then
        eventually(() -> assertThat(find(Notice.class).all())
                .anySatisfy(said -> assertThat(words(said)).contains("There is no workflow w1", "All workflows")));
    }

    // the browser's copy

    @Test
    void shouldOfferWhatTheBrowserKeptAndSaveItWhenWanted() {
        // given
        open();

        // when
        found(new LocalCopy("slot", "t1", "<drawing v='lost'/>", "2026-11-24T14:02:00Z"));

        // then
        assertThat(words(bar("local-copy"))).contains("This browser has changes from", "14:02");
        click("use-local");
        eventually(() -> assertThat(stored).isEqualTo("<drawing v='lost'/>"));
        assertThat(canvas().document()).isEqualTo("<drawing v='lost'/>");
    }

    @Test
    void shouldAskWhoseCountsWhenTheCopyWasDrawnOnAnOlderDraft() {
        // given
        open();
        found(new LocalCopy("slot", "t0", "<drawing v='lost'/>", "2026-11-24T14:02:00Z"));

        // when
        click("use-local");

        // then
        eventually(() -> assertThat(bar("conflict").isVisible()).isTrue());
        assertThat(stored).isEqualTo("<drawing v='1'/>");
    }

    @Test
    void shouldAskAboutTheCopyUntilSomebodyHasAnsweredWhateverIsDrawnMeanwhile() {
        // given
        open();
        found(new LocalCopy("slot", "t1", "<drawing v='lost'/>", "2026-11-24T14:02:00Z"));

        // when
        draw("<drawing v='2'/>");
        eventually(() -> assertThat(stored).isEqualTo("<drawing v='2'/>"));
        eventually(() -> assertThat(saying()).startsWith("Saved"));

        // then
        assertThat(bar("local-copy").isVisible()).isTrue();
        assertThat(asked("dropLocalCopy", "forgetCopy")).isEmpty();

        // when
        click("discard-local");

        // then: it can still be brought back
        assertThat(asked("forgetCopy")).containsExactly("slot");
        editor().bringBack();
        eventually(() -> assertThat(stored).isEqualTo("<drawing v='lost'/>"));
    }

    @Test
    void shouldKeepTheCopyInItsOwnPlaceBeforeItIsShownAndKeepWhatGaveWay() {
        // given
        open();
        found(new LocalCopy("slot", "t1", "<drawing v='lost'/>", "2026-11-24T14:02:00Z"));
        asked("open");

        // when
        click("use-local");

        // then
        assertThat(asked("takeCopy", "open")).containsExactly("slot", "<drawing v='lost'/>");
        eventually(() -> assertThat(stored).isEqualTo("<drawing v='lost'/>"));
        editor().bringBack();
        eventually(() -> assertThat(stored).isEqualTo("<drawing v='1'/>"));
    }

    @Test
    void shouldStopAskingAboutACopyThatIsNoMore() {
        // given
        open();
        found(new LocalCopy("slot", "t1", "<drawing v='lost'/>", "2026-11-24T14:02:00Z"));

        // when
        found(null);

        // then
        assertThat(bar("local-copy").isVisible()).isFalse();
    }

    // another workflow on the same page: Back, Forward, Duplicate

    @Test
    void shouldNotSpeakOfTheSavingOfOneWorkflowOnThePageOfTheNext() throws Exception {
        // given: the engine takes its time to refuse
        var first = open();
        var answer = new CountDownLatch(1);
        ENGINE.reply(PUT, call -> {
            await(answer);
            return Answer.refused(413, "The drawing is larger than 2 MB");
        });
        draw("<drawing v='2'/>");
        editor().saveNow();

        // when
        openAnother();
        answer.countDown();

        // then
        eventually(() -> assertThat(words(first)).contains("larger than 2 MB"));
        assertThat(saying()).startsWith("Saved");
        assertThat(bar("not-saved").isVisible()).isFalse();
        assertThat(find(DrawingView.class).single().getElement().getAttribute("data-unsaved"))
                .isEqualTo("false");
    }

    @Test
    void shouldSaveOnThePageOfTheNextWhatWasDrawnLast() throws Exception {
        // given
        open();
        draw("<drawing v='2'/>");

        // when
        openAnother();

        // then
        eventually(() -> assertThat(stored).isEqualTo("<drawing v='2'/>"));
        assertThat(canvas().document()).isEqualTo("<drawing v='other'/>");
    }

    @Test
    void shouldNotCallTheNextWorkflowAsTheLastOneWasCalledAnew() throws Exception {
        // given
        var first = open();
        var answer = new CountDownLatch(1);
        var renamed = new CountDownLatch(1);
        ENGINE.answer("PUT " + ONE, call -> {
            await(answer);
            name = "Called anew";
            renamed.countDown();
            return workflow();
        });
        ReflectionTestUtils.invokeMethod(first, "rename", "Called anew");

        // when
        openAnother();
        answer.countDown();
        await(renamed);

        // then: longer than the answer needs, the page says its own name
        draw("<drawing v='more'/>");
        eventually(() ->
                assertThat(ENGINE.calls("PUT", "/api/v1/workflows/w2/draft")).hasSize(1));
        eventually(() -> assertThat(saying()).startsWith("Saved"));
        assertThat(words(find(LifecycleBar.class).single())).contains("Another").doesNotContain("Called anew");
    }

    @Test
    void shouldCloseWhatWasOpenedFromTheWorkflowThatIsLeft() {
        // given
        ENGINE.answer("GET " + ONE + "/triggers", call -> "{\"starts\":[],\"stops\":[]}");
        open();
        click("triggers-open");
        assertThat(find(TriggersDialog.class).all()).hasSize(1);

        // when
        openAnother();

        // then
        assertThat(find(TriggersDialog.class).all()).isEmpty();
    }

    // a second person

    @Test
    void shouldShowQuietlyWhatSomebodyElseHasDrawn() {
        // given
        open();

        // when
        bertSaves("<drawing v='bert'/>");

        // then
        eventually(() -> assertThat(canvas().document()).isEqualTo("<drawing v='bert'/>"));
        eventually(() -> assertThat(find(Notification.class).all())
                .anySatisfy(said -> assertThat(test(said).getText()).contains("bert changed this workflow")));
    }

    @Test
    void shouldNotSaveOverTheirsWhatWasDrawnBeforeTheirsWasShown() {
        // given
        open();
        int before = opening();
        bertSaves("<drawing v='bert'/>");
        eventually(() -> assertThat(canvas().document()).isEqualTo("<drawing v='bert'/>"));

        // when: it was on its way from the browser, which keeps a copy
        draw("<drawing v='late'/>", before);

        // then
        assertThat(saying()).startsWith("Saved");
        assertThat(canvas().document()).isEqualTo("<drawing v='bert'/>");
    }

    @Test
    void shouldSayWhoAndAskWhenBothHaveDrawn() {
        // given
        clash();

        // then
        assertThat(words(bar("conflict"))).contains("bert", "while you were drawing");
        assertThat(saying()).isEqualTo("Not saved");
        assertThat(stored).isEqualTo("<drawing v='bert'/>");
    }

    @Test
    void shouldKeepMineOverTheirs() {
        // given
        clash();

        // when
        click("keep-mine");

        // then
        eventually(() -> assertThat(stored).isEqualTo("<drawing v='mine'/>"));
        assertThat(lastPut().ifMatch()).isEqualTo("\"bert-t2\"");
        eventually(() -> assertThat(bar("conflict").isVisible()).isFalse());
    }

    @Test
    void shouldTakeTheirsAndBringMineBackWhenWanted() {
        // given
        clash();

        // when
        click("take-theirs");

        // then
        eventually(() -> assertThat(canvas().document()).isEqualTo("<drawing v='bert'/>"));
        eventually(() -> assertThat(saying()).startsWith("Saved"));

        // when
        editor().bringBack();

        // then
        eventually(() -> assertThat(stored).isEqualTo("<drawing v='mine'/>"));
    }

    @Test
    void shouldLookAtTheirsBeforeDeciding() {
        // given
        clash();

        // when
        click("look-theirs");

        // then
        eventually(() -> assertThat(find(PictureDialog.class).all()).hasSize(1));
        assertThat(bar("conflict").isVisible()).isTrue();
    }

    // problems

    @Test
    void shouldNameEachProblemErrorsFirstAndGoThere() {
        // given
        ENGINE.answer(VALIDATE, call -> check(false, problems()));
        open();
        eventually(() -> assertThat(
                        words(find(Button.class).withId("problems-open").single()))
                .contains("Problems (3)"));

        // when
        click("problems-open");

        // then
        var lines = find(NativeButton.class).withClassName("us-problem").all();
        assertThat(lines)
                .extracting(line -> words(line))
                .satisfiesExactly(
                        first -> assertThat(first).contains("Error", "Send confirmation", "The subject is missing"),
                        second -> assertThat(second).contains("Error", "Triggers", "No event starts"),
                        third -> assertThat(third).contains("Hint", "Wait a day"));
    }

    @Test
    void shouldOpenTheTriggersAtTheFieldOfAProblem() {
        // given
        ENGINE.answer(VALIDATE, call -> check(false, problems()));
        ENGINE.answer("GET /api/v1/workflows/w1/triggers", call -> "{\"start\":[],\"stop\":[]}");
        ENGINE.answer("GET /api/v1/event-types", call -> "{\"items\":[],\"next\":null}");
        open();
        eventually(() -> assertThat(
                        words(find(Button.class).withId("problems-open").single()))
                .contains("Problems (3)"));
        click("problems-open");

        // when
        test(find(NativeButton.class).withClassName("us-problem").all().get(1)).click();

        // then
        eventually(() -> assertThat(
                        find(Checkbox.class).withId("switch-start").single().getErrorMessage())
                .isEqualTo("No event starts this workflow"));
    }

    @Test
    void shouldLookForProblemsAfterEachSave() {
        // given
        open();
        ENGINE.answer(VALIDATE, call -> check(false, problems()));

        // when
        draw("<drawing v='2'/>");

        // then
        eventually(() -> assertThat(
                        words(find(Button.class).withId("problems-open").single()))
                .contains("Problems (3)"));
    }

    @Test
    void shouldSayWhatIsWrongWithABlockWhenItIsLeftOrActivateIsPressed() {
        // given
        open();
        select(new Selection("Mail", "wait", "Send confirmation", Map.of(), null, List.of()));
        ENGINE.answer(VALIDATE, call -> check(false, problems()));

        // when
        draw("<drawing v='2'/>");

        // then: two of three
        eventually(() -> assertThat(
                        words(find(Button.class).withId("problems-open").single()))
                .contains("Problems (2)"));

        // when
        click("activate");
        canvasAnswers();

        // then
        eventually(() -> assertThat(
                        words(find(Button.class).withId("problems-open").single()))
                .contains("Problems (3)"));
        assertThat(find(NativeButton.class).withClassName("us-problem").all())
                .anySatisfy(line -> assertThat(words(line)).contains("The subject is missing"));
    }

    // the side form

    @Test
    void shouldShowTheFormWhileSomethingIsSelected() {
        // given
        open();
        assertThat(find(SidePanel.class).all()).isEmpty();

        // when
        select(new Selection("Block_1", "wait", "Wait", Map.of(), null, List.of()));

        // then
        assertThat(find(SidePanel.class).all()).hasSize(1);

        // when
        select(null);

        // then
        assertThat(find(SidePanel.class).all()).isEmpty();
    }

    @Test
    void shouldLeadFromTheStartBlockToWhatStartsTheWorkflow() {
        // given
        ENGINE.answer("GET " + ONE + "/triggers", call -> "{\"starts\":[],\"stops\":[]}");
        open();

        // when
        select(new Selection("Block_1", "wait", "Wait", Map.of(), null, List.of()));

        // then
        assertThat(find(Button.class).withId("side-triggers").all()).isEmpty();

        // when
        select(new Selection("Start", "start", "Start", Map.of(), null, List.of()));

        // then
        assertThat(words(find(SidePanel.class).single())).contains("Order paid, each time");

        // when
        click("side-triggers");

        // then
        assertThat(find(TriggersDialog.class).all()).hasSize(1);
    }

    // its life

    @Test
    void shouldSaveAndAskBeforeActivating() {
        // given
        open();
        ENGINE.answer(VALIDATE, call -> check(true, warning()));
        ENGINE.answer("POST " + ONE + "/activate", call -> {
            status = "active";
            return "{\"version\":1,\"status\":\"active\",\"made\":true}";
        });
        draw("<drawing v='2'/>");

        // when
        click("activate");
        canvasAnswers();

        // then
        eventually(() -> assertThat(find(ConfirmDialog.class).all()).hasSize(1));
        assertThat(stored).isEqualTo("<drawing v='2'/>");
        assertThat(words(find(ConfirmDialog.class).single()))
                .contains("From now on each Order paid starts this workflow", "It waits for a long time");
        assertThat(status).isEqualTo("draft");

        // when
        test(find(ConfirmDialog.class).single()).confirm();

        // then
        eventually(() -> assertThat(words(find(LifecycleBar.class).single())).contains("Active"));
        assertThat(item("pause").isVisible()).isTrue();
    }

    @Test
    void shouldActivateOnlyWhatThePersonSawAndOfferToLookAnew() {
        // given
        open();
        ENGINE.answer(VALIDATE, call -> check(true, "").replace("{\"ok\"", "{\"triggersEtag\":\"\\\"g4\\\"\",\"ok\""));
        ENGINE.reply(
                "POST " + ONE + "/activate",
                call -> call.ifMatch().equals('"' + etag + '"')
                        ? Answer.json("{\"version\":1}")
                        : Answer.stale(etag, "bert changed the draft on 3 May 2026. Nothing was activated."));
        click("activate");
        canvasAnswers();
        eventually(() -> assertThat(find(ConfirmDialog.class).all()).hasSize(1));
        bertSaves("<drawing v='bert'/>");

        // when
        test(find(ConfirmDialog.class).single()).confirm();

        // then
        eventually(() -> assertThat(find(Notice.class).all())
                .anySatisfy(notice -> assertThat(words(notice)).contains("bert changed the draft", "Show the latest")));
        var sent = ENGINE.calls("POST", ONE + "/activate").getLast();
        assertThat(sent.ifMatch()).isEqualTo("\"t1\"");
        assertThat(sent.body()).containsEntry("triggersEtag", "\"g4\"");

        // when
        test(find(Button.class).withText("Show the latest").single()).click();

        // then
        eventually(() -> assertThat(canvas().document()).isEqualTo("<drawing v='bert'/>"));
        assertThat(find(Notice.class).all()).noneMatch(Notice::isVisible);
    }

    @Test
    void shouldSayBeforeActivatingThatNoMailGoesOutWhereMessagesAreSent() {
        // given
        ENGINE.answer("GET /api/v1/channels", call -> NO_MAIL);
        stored = SendsTest.drawing(SendsTest.block("send-message", "{&#34;kind&#34;:&#34;marketing&#34;}"));
        open();

        // then
        click("problems-open");
        eventually(() -> assertThat(words(find(ProblemsPanel.class).single()))
                .contains("No mail server is set up", "Marketing is held", "How to fix it"));

        // when
        click("activate");
        canvasAnswers();

        // then
        eventually(() -> assertThat(words(find(ConfirmDialog.class).single()))
                .contains("No mail server is set up", "Marketing is held", "How to fix it"));
    }

    @Test
    void shouldFollowTheDrawingInWhatItSaysOfMailAndAskForMailOnce() {
        // given
        ENGINE.answer("GET /api/v1/channels", call -> NO_MAIL);
        open();
        int asked = ENGINE.calls("GET", "/api/v1/channels").size();
        click("problems-open");

        // when
        draw(SendsTest.drawing(SendsTest.block("send-message", "{&#34;kind&#34;:&#34;transactional&#34;}")));

        // then
        eventually(() -> assertThat(words(find(ProblemsPanel.class).single())).contains("No mail server is set up"));

        // when
        draw("<drawing v='3'/>");

        // then
        eventually(
                () -> assertThat(words(find(ProblemsPanel.class).single())).doesNotContain("No mail server is set up"));
        assertThat(ENGINE.calls("GET", "/api/v1/channels")).hasSizeBetween(asked, asked + 1);
    }

    @Test
    void shouldAskForMailOnceMoreBeforeAnActivation() {
        // given: it went out when the drawing was opened
        ENGINE.answer("GET /api/v1/channels", call -> """
                {"items":[{"channel":"email","server":true,"catcher":false,"sender":"shop@example.com",
                  "transactional":[],"marketing":[]}]}""");
        stored = SendsTest.drawing(SendsTest.block("send-message", "{&#34;kind&#34;:&#34;marketing&#34;}"));
        int asked = ENGINE.calls("GET", "/api/v1/channels").size();
        open();
        eventually(() -> assertThat(ENGINE.calls("GET", "/api/v1/channels")).hasSizeGreaterThan(asked));
        ENGINE.answer("GET /api/v1/channels", call -> NO_MAIL);

        // when
        click("activate");
        canvasAnswers();

        // then
        eventually(() -> assertThat(words(find(ConfirmDialog.class).single()))
                .contains("No mail server is set up", "Marketing is held"));
    }

    @Test
    void shouldAskForMailAgainWhenNobodyAnswered() {
        // given
        ENGINE.refuse("GET /api/v1/channels", 503, "not now");
        open();
        click("problems-open");
        ENGINE.answer("GET /api/v1/channels", call -> NO_MAIL);

        // when
        draw(SendsTest.drawing(SendsTest.block("send-message", "{&#34;kind&#34;:&#34;transactional&#34;}")));

        // then
        eventually(() -> assertThat(words(find(ProblemsPanel.class).single())).contains("No mail server is set up"));
    }

    @Test
    void shouldAskOnlyForTheWorkflowWhileNobodyDraws() {
        // given
        open();

        // then
        eventually(() -> assertThat(lastPaths(10)).hasSize(10).containsOnly(ONE));
    }

    @Test
    void shouldAskNothingWhileItsTabIsHiddenAndLookAtOnceWhenItIsSeenAgain() {
        // given
        var view = open();
        tab(PageVisibility.HIDDEN);
        nothingIsAsked(token);
        name = "Renamed by Bert";

        // when
        tab(PageVisibility.VISIBLE_NOT_FOCUSED);

        // then
        eventually(() -> assertThat(words(view)).contains("Renamed by Bert"));
    }

    @Test
    void shouldStillSaveWhileItsTabIsHidden() {
        // given
        open();
        draw("<drawing v='2'/>");

        // when
        tab(PageVisibility.HIDDEN);

        // then
        eventually(() -> assertThat(stored).isEqualTo("<drawing v='2'/>"));
        nothingIsAsked(token);
    }

    /** What this person asked for last. */
    private List<String> lastPaths(int count) {
        var mine = ENGINE.calls().stream()
                .filter(call -> call.authorization().equals("Bearer " + token.value()))
                .map(Call::path)
                .toList();
        return mine.subList(Math.max(0, mine.size() - count), mine.size());
    }

    @Test
    void shouldNotSpeakOfMailWhereNoneIsSent() {
        // given
        ENGINE.answer("GET /api/v1/channels", call -> NO_MAIL);
        open();

        // when
        click("activate");
        canvasAnswers();

        // then
        eventually(() -> assertThat(find(ConfirmDialog.class).all()).hasSize(1));
        assertThat(find(MailNote.class).all()).noneMatch(MailNote::isVisible);
    }

    @Test
    void shouldLeadBackToTheListAsItWasLookedAt() {
        // given
        ENGINE.answer("GET /api/v1/workflows", call -> "{\"items\":[]}");
        UI.getCurrent().navigate("workflows", QueryParameters.fromString("status=draft&search=Wel"));

        // when
        open();

        // then
        var back = find(RouterLink.class).withClassName("us-back").single();
        assertThat(back.getHref()).startsWith("workflows?").contains("status=draft", "search=Wel");
        assertThat(words(find(H1.class).single())).isEqualTo("Welcome");
    }

    @Test
    void shouldShowTheProblemsInsteadOfActivating() {
        // given
        ENGINE.answer(VALIDATE, call -> check(false, problems()));
        open();

        // when
        click("activate");
        canvasAnswers();

        // then
        eventually(() -> assertThat(find(ProblemsPanel.class).all()).hasSize(1));
        assertThat(find(ConfirmDialog.class).all()).isEmpty();
    }

    @Test
    void shouldCloseTheProblemsWhenNothingIsWrongAnyMore() {
        // given
        ENGINE.answer(VALIDATE, call -> check(false, problems()));
        open();
        click("problems-open");
        assertThat(find(ProblemsPanel.class).all()).hasSize(1);
        ENGINE.answer(VALIDATE, call -> check(true, ""));

        // when
        click("activate");
        canvasAnswers();

        // then
        eventually(() -> assertThat(find(ConfirmDialog.class).all()).hasSize(1));
        assertThat(find(ProblemsPanel.class).all()).isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void shouldOfferTheTagsOfOtherWorkflowsToo() {
        // given
        ENGINE.answer("GET /api/v1/workflows/tags", call -> "{\"items\":[\"mail\",\"Orders\"]}");
        open();

        // when
        choose("Tags: mail...");

        // then
        MultiSelectComboBox<String> tags =
                find(MultiSelectComboBox.class).withId("tags-field").single();
        eventually(() -> assertThat(tags.getListDataView().getItems()).containsExactly("mail", "Orders"));
        assertThat(tags.getValue()).containsExactly("mail");
    }

    @Test
    void shouldBeForReadingOnlyOnceSomebodyElseHasArchivedIt() {
        // given
        open();
        assertThat(ReflectionTestUtils.getField(canvas(), "readOnly")).isEqualTo(false);

        // when
        status = "archived";

        // then
        eventually(() ->
                assertThat(ReflectionTestUtils.getField(canvas(), "readOnly")).isEqualTo(true));
    }

    @Test
    void shouldOfferToActivateChangesOnlyWhenThereAreSome() {
        // given
        status = "active";
        differs = false;
        open();
        assertThat(find(Button.class).withId("activate").single().isEnabled()).isFalse();

        // when
        draw("<drawing v='2'/>");

        // then
        eventually(
                () -> assertThat(find(Button.class).withId("activate").single().isEnabled())
                        .isTrue());
    }

    @Test
    void shouldAskWhatPeopleInsideDoBeforePausing() {
        // given
        status = "active";
        open();
        ENGINE.answer("POST " + ONE + "/pause", call -> {
            status = "paused";
            return workflow();
        });

        // when
        choose("Pause...");
        @SuppressWarnings("unchecked")
        RadioButtonGroup<String> inside = find(RadioButtonGroup.class).single();
        inside.setValue("hold");
        test(find(ConfirmDialog.class).single()).confirm();

        // then
        eventually(() -> assertThat(words(find(LifecycleBar.class).single())).contains("Paused"));
        assertThat(ENGINE.calls("POST", ONE + "/pause").getLast().body()).containsEntry("inside", "hold");
        assertThat(find(Button.class).withId("resume").all()).hasSize(1);
    }

    @Test
    void shouldRestoreAVersionAsTheDraftAndKeepTheOneBefore() {
        // given
        status = "active";
        open();
        ENGINE.answer(
                "GET " + ONE + "/versions",
                call ->
                        "{\"items\":[{\"n\":1,\"name\":\"Welcome\",\"activatedAt\":\"2026-11-20T10:00:00Z\",\"activatedBy\":\"bert\"}]}");
        ENGINE.reply("GET " + ONE + "/versions/1/bpmn", call -> Answer.xml("<drawing v='old'/>", ""));

        // when
        choose("Versions");
        eventually(() -> assertThat(words(find(VersionsDialog.class).single())).contains("Version 1", "by bert"));
        click("restore-1");
        eventually(() -> assertThat(tryOpens(true)).isTrue());

        // then
        eventually(() -> assertThat(stored).isEqualTo("<drawing v='old'/>"));
        assertThat(canvas().document()).isEqualTo("<drawing v='old'/>");

        // when
        editor().bringBack();

        // then
        eventually(() -> assertThat(stored).isEqualTo("<drawing v='1'/>"));
    }

    @Test
    void shouldNotTakeWhatWasTriedForTheDrawingWhenAnotherWasOpenedMeanwhile() {
        // given
        open();

        // when
        editor().tryReplace("<drawing v='tried'/>");
        canvas().open("<drawing v='bert'/>");
        assertThat(tryOpens(true)).isTrue();

        // then
        assertThat(canvas().document()).isEqualTo("<drawing v='bert'/>");
        assertThat(editor().document()).isEqualTo("<drawing v='1'/>");
    }

    @Test
    void shouldKeepWhatWasDrawnWhileAnotherDrawingWasTried() {
        // given
        open();

        // when
        editor().tryReplace("<drawing v='tried'/>");
        draw("<drawing v='2'/>");
        assertThat(tryOpens(true)).isTrue();
        eventually(() -> assertThat(stored).isEqualTo("<drawing v='tried'/>"));
        editor().bringBack();

        // then
        eventually(() -> assertThat(stored).isEqualTo("<drawing v='2'/>"));
    }

    @Test
    void shouldKeepTheDraftWhenWhatShouldTakeItsPlaceCannotBeShown() {
        // given
        open();

        // when
        editor().tryReplace("<nonsense");
        assertThat(tryOpens(false)).isTrue();
        draw("<drawing v='2'/>");

        // then
        eventually(() -> assertThat(stored).isEqualTo("<drawing v='2'/>"));
    }

    @Test
    void shouldSayWhatWasDoneToShowADrawing() {
        // given
        open();

        // when
        ReflectionTestUtils.invokeMethod(canvas(), "refused", "It was not opened.");
        ReflectionTestUtils.invokeMethod(canvas(), "mended", "It was laid out.");

        // then
        assertThat(words(bar("mended"))).contains("It was laid out.");
        assertThat(bar("refused").isVisible()).isFalse();

        // when
        ReflectionTestUtils.invokeMethod(canvas(), "mended", "");

        // then
        assertThat(bar("mended").isVisible()).isFalse();
    }

    @Test
    void shouldChangeTheNameWhereItStands() {
        // given
        open();
        ENGINE.answer("PUT " + ONE, call -> {
            name = String.valueOf(call.body().get("name"));
            return workflow();
        });

        // when
        test(find(NativeButton.class).withId("workflow-name").single()).click();
        var field = find(TextField.class).withId("workflow-name-field").single();
        field.setValue("Order confirmation");
        ReflectionTestUtils.invokeMethod(field.getParent().orElseThrow(), "finish", true);

        // then
        eventually(() -> assertThat(name).isEqualTo("Order confirmation"));
        assertThat(ENGINE.calls("PUT", ONE).getLast().body()).containsEntry("tags", List.of("mail"));
    }

    @Test
    void shouldAskNothingMoreOfAPageThatWasLeft() {
        // given: a dialog of its triggers is still open
        var view = open();
        openAnother();

        // then
        assertThatCode(() -> ReflectionTestUtils.invokeMethod(view, "triggersSaved"))
                .doesNotThrowAnyException();
    }

    @Test
    void shouldAskNobodyWhenSomebodyElseHasSavedWhileThePageWasLeft() {
        // given
        var view = open();
        var saves = ENGINE.calls("PUT", DRAFT).size();
        bertSaves("<drawing v='bert'/>");
        draw("<drawing v='mine'/>");

        // when
        openAnother();

        // then: the other one is refused, and nothing goes wrong on this page
        eventually(() -> assertThat(ENGINE.calls("PUT", DRAFT)).hasSizeGreaterThan(saves));
        eventually(() -> assertThat(editor(view).isCalling()).isFalse());
        assertThat(stored).isEqualTo("<drawing v='bert'/>");
        assertThat(bar("conflict").isVisible()).isFalse();
    }

    private static Autosave editor(DrawingView left) {
        var editor = ReflectionTestUtils.getField(left, "editor");
        return (Autosave) ReflectionTestUtils.getField(editor, "autosave");
    }

    // the pieces

    private DrawingView open() {
        UI.getCurrent().navigate(WorkflowView.class, "w1");
        eventually(() -> assertThat(saying()).startsWith("Saved"));
        return find(DrawingView.class).single();
    }

    /** By the way back of the browser, say: the same page with another workflow. */
    private void openAnother() {
        ENGINE.answer(
                "GET /api/v1/workflows/w2",
                call -> workflow().replace("w1", "w2").replace(name, "Another"));
        ENGINE.reply("GET /api/v1/workflows/w2/draft", call -> Answer.xml("<drawing v='other'/>", "o1"));
        ENGINE.reply("PUT /api/v1/workflows/w2/draft", call -> Answer.saved("o2"));
        ENGINE.answer("POST /api/v1/workflows/w2/validate", call -> check(true, ""));
        UI.getCurrent().navigate(WorkflowView.class, "w2");
        eventually(() -> assertThat(words(find(LifecycleBar.class).single())).contains("Another"));
    }

    private void found(LocalCopy copy) {
        ReflectionTestUtils.invokeMethod(canvas(), "found", copy);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the canvas in the browser was asked for by these names: the first argument of each call, in order. */
    private List<String> asked(String... functions) {
        var called = Pattern.compile("\\b(" + String.join("|", functions) + ")\\(");
        return invocations()
                .filter(call ->
                        called.matcher(call.getInvocation().getExpression()).find())
                .map(call -> call.getInvocation().getParameters().stream()
                        .filter(String.class::isInstance)
                        .findFirst()
                        .map(String::valueOf)
                        .orElse(""))
                .toList();
    }

    private static Stream<PendingJavaScriptInvocation> invocations() {
        var internals = UI.getCurrent().getInternals();
        internals.getStateTree().runExecutionsBeforeClientResponse();
        return internals.dumpPendingJavaScriptInvocations().stream();
    }

    private void choose(String item) {
        var chosen =
                items().filter(one -> one.getText().equals(item)).findFirst().orElseThrow();
        ComponentUtil.fireEvent(chosen, new ClickEvent<>(chosen));
    }

    private MenuItem item(String id) {
        return items().filter(item -> Optional.of(id).equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }

    private Stream<MenuItem> items() {
        var menu = find(MenuBar.class)
                .withCondition(bar -> bar.findAncestor(LifecycleBar.class) != null)
                .single();
        return menu.getItems().getFirst().getSubMenu().getItems().stream();
    }

    private void draw(String bpmn) {
        draw(bpmn, opening());
    }

    private void draw(String bpmn, int opening) {
        ReflectionTestUtils.invokeMethod(canvas(), "drawn", bpmn, opening);
    }

    /** Which of the documents that were opened is on the canvas. */
    private int opening() {
        return (int) ReflectionTestUtils.getField(canvas(), "opening");
    }

    private void select(Selection selection) {
        var heard = ReflectionTestUtils.getField(canvas(), "edits");
        ReflectionTestUtils.invokeMethod(canvas(), "selected", selection, heard);
    }

    /** Answers what the server has asked the canvas for, as the browser would. */
    private void canvasAnswers() {
        var internals = UI.getCurrent().getInternals();
        internals.getStateTree().runExecutionsBeforeClientResponse();
        internals.dumpPendingJavaScriptInvocations().stream()
                .filter(call -> call.getInvocation().getExpression().matches("(?s).*\\bsave\\(.*"))
                .forEach(call -> call.complete(JsonNodeFactory.instance.stringNode(canvas().document())));
    }

    /** Answers whether the canvas can show what it was asked to try. */
    private boolean tryOpens(boolean shown) {
        var internals = UI.getCurrent().getInternals();
        internals.getStateTree().runExecutionsBeforeClientResponse();
        var tried = internals.dumpPendingJavaScriptInvocations().stream()
                .filter(call -> call.getInvocation().getExpression().contains("tryOpen("))
                .toList();
        tried.forEach(call -> call.complete(JsonNodeFactory.instance.booleanNode(shown)));
        return !tried.isEmpty();
    }

    private void bertSaves(String bpmn) {
        stored = bpmn;
        etag = "bert-t2";
        by = "bert";
    }

    private void clash() {
        open();
        ENGINE.refuse("GET " + ONE, 503, "not now");
        draw("<drawing v='mine'/>");
        bertSaves("<drawing v='bert'/>");
        ENGINE.answer("GET " + ONE, call -> workflow());
        eventually(() -> assertThat(bar("conflict").isVisible()).isTrue());
        eventually(() -> assertThat(words(bar("conflict"))).contains("while you were drawing"));
    }

    private Answer save(String bpmn, String ifMatch) {
        if (!ifMatch.equals('"' + etag + '"')) {
            return Answer.stale(etag, "Somebody changed it");
        }
        stored = bpmn;
        etag = "anna-" + (ENGINE.calls("PUT", DRAFT).size());
        by = "anna";
        differs = true;
        return Answer.saved(etag);
    }

    private io.usher.designer.FakeEngine.Call lastPut() {
        return ENGINE.calls("PUT", DRAFT).getLast();
    }

    private BpmnDesigner canvas() {
        return find(BpmnDesigner.class).single();
    }

    private DraftEditor editor() {
        return find(DraftEditor.class).single();
    }

    private AskBar bar(String id) {
        return editor().getChildren()
                .flatMap(child -> child.getChildren())
                .filter(AskBar.class::isInstance)
                .map(AskBar.class::cast)
                .filter(bar -> Optional.of(id).equals(bar.getId()))
                .findFirst()
                .orElseThrow();
    }

    private void click(String id) {
        test(find(Button.class).withId(id).single()).click();
    }

    private String saying() {
        return find(Span.class).withId("saving").single().getText();
    }

    private String workflow() {
        return """
                {"id":"w1","name":"%s","tags":["mail"],"status":"%s","version":%s,"inside":null,
                 "startLinks":[{"eventType":"orderPaid","name":"Order paid","reentry":"each time"}],"stopLinks":[],
                 "journeysInside":3,"startedLast7Days":5,"createdAt":"2026-11-20T10:00:00Z",
                 "changedAt":"2026-11-24T10:00:00Z","changedBy":"%s",
                 "draft":{"etag":"%s","changedAt":"2026-11-24T10:00:00Z","changedBy":"%s"},"draftDiffers":%s}
                """.formatted(name, status, "draft".equals(status) ? "null" : "1", by, etag, by, differs);
    }

    private static String check(boolean ok, String problems) {
        return "{\"ok\":" + ok + ",\"problems\":[" + problems + "],\"confirmation\":{\"text\":"
                + "\"From now on each Order paid starts this workflow.\",\"matchingEvents\":12,\"atLeast\":false}}";
    }

    private static String problems() {
        return warning() + """
                ,{"code":"missing","block":"Mail","blockName":"Send confirmation","field":"subject",
                 "message":"The subject is missing","severity":"error"},
                {"code":"no-start-link","block":null,"blockName":null,"field":"start",
                 "message":"No event starts this workflow","severity":"error"}""";
    }

    private static String warning() {
        return """
                {"code":"long","block":"Wait","blockName":"Wait a day","field":"amount",
                 "message":"It waits for a long time","severity":"warning"}""";
    }
}
