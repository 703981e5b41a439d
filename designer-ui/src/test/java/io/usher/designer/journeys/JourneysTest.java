package io.usher.designer.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import io.usher.designer.DesignerTest;
import io.usher.designer.FakeEngine.Answer;
import io.usher.designer.canvas.BpmnPath;
import io.usher.designer.list.BackLink;
import io.usher.designer.list.EmptyState;
import io.usher.designer.list.Notice;
import io.usher.designer.list.Rows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.util.ReflectionTestUtils;

@WithAnonymousUser
class JourneysTest extends DesignerTest {

    private static final String LIST = "GET /api/v1/journeys";
    private static final String ONE = "GET /api/v1/journeys/j1";

    @BeforeEach
    void annaIsSignedIn() {
        signIn("anna");
        ENGINE.answer("GET /api/v1/workflows", call -> "{\"items\":[{\"id\":\"w1\",\"name\":\"Welcome\"}]}");
        ENGINE.answer("GET /api/v1/contacts/c1", call -> "{\"id\":\"c1\",\"email\":\"ada@example.com\"}");
    }

    @Test
    void shouldSayWhenAJourneyBegins() {
        // given
        ENGINE.answer(LIST, call -> "{\"items\":[],\"next\":null}");

        // when
        navigate(JourneysView.class);

        // then
        eventually(() -> assertThat(find(EmptyState.class).all())
                .singleElement()
                .satisfies(said -> assertThat(words(said)).contains("No journey yet", "an event arrives")));
    }

    @Test
    void shouldShowWhoIsWhereAndFetchTheNextPage() {
        // given
        ENGINE.answer(
                LIST,
                call -> call.query().contains("cursor=n")
                        ? "{\"items\":[" + journey("j2", "failed") + "],\"next\":null}"
                        : "{\"items\":[" + journey("j1", "running") + "],\"next\":\"n\"}");
        var view = navigate(JourneysView.class);
        eventually(() -> assertThat(words(view)).contains("Welcome", "ada@example.com", "Running", "At OneDay until"));

        // when
        find(Rows.class).single().more();

        // then
        eventually(() -> assertThat(words(view)).contains("Running", "Failed", "The mail server said no"));
    }

    @Test
    void shouldShowTheNamesThatCameWithTheRowsAtOnce() {
        // given
        var named = journey("j1", "running")
                .replace("\"contactId\":\"c1\"", "\"contactId\":\"c7\",\"contactLabel\":\"Ada Berg\"")
                .replace("\"block\":\"OneDay\"", "\"block\":\"OneDay\",\"name\":\"Wait a day\"");
        ENGINE.answer(LIST, call -> "{\"items\":[" + named + "],\"next\":null}");

        // when
        var view = navigate(JourneysView.class);

        // then: nobody had to be asked for
        eventually(() -> assertThat(words(view)).contains("Ada Berg", "At Wait a day until"));
        assertThat(words(view)).doesNotContain("c7", "OneDay");
        assertThat(ENGINE.calls("GET", "/api/v1/contacts/c7")).isEmpty();
    }

    @Test
    void shouldNarrowTheListByTheAddress() {
        // given
        ENGINE.answer(LIST, call -> "{\"items\":[],\"next\":null}");

        // when
        UI.getCurrent().navigate(JourneysView.class, QueryParameters.fromString("workflow=w1&state=failed"));

        // then
        eventually(() -> assertThat(ENGINE.calls("GET", "/api/v1/journeys"))
                .anyMatch(call ->
                        call.query().contains("workflow=w1") && call.query().contains("state=failed")));
        eventually(() -> assertThat(find(EmptyState.class).all())
                .singleElement()
                .satisfies(said -> assertThat(words(said)).contains("Nothing found")));
    }

    @Test
    void shouldTellTheWayInWordsAndLinkTheEventThatStartedIt() {
        // given
        ENGINE.answer(ONE, call -> detail("running"));

        // when
        var view = UI.getCurrent().navigate(JourneyView.class, "j1").orElseThrow();

        // then
        eventually(() -> assertThat(words(view)).contains("What happened", "ada@example.com"));
        assertThat(words(view))
                .contains("Send confirmation", "Wrote the message", "took 1.5 s")
                .contains("Wait a day (visit 2)", "Waits one day", "Waiting", "It took the branch A.", "order-1");
        assertThat(find(RouterLink.class, view).all())
                .anyMatch(link -> link.getHref().equals("events?event=e1"));
    }

    @Test
    void shouldShowTheWayInTheDrawingAndMarkTheSameBlockInTheTrail() {
        // given
        ENGINE.answer(ONE, call -> detail("running"));
        ENGINE.answer("GET /api/v1/blocks", call -> BLOCKS);
        ENGINE.reply("GET /api/v1/workflows/w1/versions/3/bpmn", call -> Answer.xml("<drawing/>", ""));
        var view = UI.getCurrent().navigate(JourneyView.class, "j1").orElseThrow();
        eventually(() -> assertThat(find(BpmnPath.class).all()).hasSize(1));

        // when
        ReflectionTestUtils.invokeMethod(find(BpmnPath.class).single(), "selected", "OneDay");

        // then
        assertThat(find(ListItem.class, view).all().stream()
                        .filter(line -> line.getElement().hasAttribute("aria-current")))
                .singleElement()
                .satisfies(line -> assertThat(words(line)).contains("Wait a day"));

        // when
        test(find(NativeButton.class, view).withText("Send confirmation").single())
                .click();

        // then
        assertThat(find(ListItem.class, view).all().stream()
                        .filter(line -> line.getElement().hasAttribute("aria-current")))
                .singleElement()
                .satisfies(line -> assertThat(words(line)).contains("Send confirmation"));
    }

    @Test
    void shouldStopAJourneyOnlyAfterThePersonSaidYes() {
        // given
        ENGINE.answer(ONE, call -> detail("running"));
        ENGINE.answer("POST /api/v1/journeys/j1/stop", call -> {
            ENGINE.answer(ONE, again -> detail("stopped"));
            return journey("j1", "stopped");
        });
        var view = UI.getCurrent().navigate(JourneyView.class, "j1").orElseThrow();
        eventually(() ->
                assertThat(find(Button.class).withId("journey-stop").all()).hasSize(1));
        int before = ENGINE.calls("POST", "/api/v1/journeys/j1/stop").size();

        // when
        test(find(Button.class).withId("journey-stop").single()).click();
        var dialog = find(ConfirmDialog.class).single();
        assertThat(ENGINE.calls("POST", "/api/v1/journeys/j1/stop")).hasSize(before);
        test(dialog).confirm();

        // then
        eventually(() -> assertThat(words(view)).contains("Stopped"));
        assertThat(ENGINE.calls("POST", "/api/v1/journeys/j1/stop")).hasSize(before + 1);
        assertThat(find(Button.class).withId("journey-stop").all()).isEmpty();
    }

    @Test
    void shouldOfferToTryAgainOrSkipWhereItFailed() {
        // given
        ENGINE.answer(ONE, call -> detail("failed"));

        // when
        var view = UI.getCurrent().navigate(JourneyView.class, "j1").orElseThrow();

        // then
        eventually(() -> assertThat(words(view)).contains("The mail server said no"));
        assertThat(find(Button.class).withId("journey-retry").all()).hasSize(1);
        assertThat(find(Button.class).withId("journey-skip").all()).hasSize(1);
    }

    @Test
    void shouldShowByItselfThatItWentOn() {
        // given
        ENGINE.answer(ONE, call -> detail("running"));
        var view = UI.getCurrent().navigate(JourneyView.class, "j1").orElseThrow();
        eventually(() -> assertThat(words(view)).contains("Running"));

        // when
        ENGINE.answer(ONE, call -> detail("finished"));

        // then
        eventually(() -> assertThat(words(view)).contains("Finished"));
    }

    @Test
    void shouldSayWhatBecameOfAMessageInsteadOfDone() {
        // given
        ENGINE.answer(ONE, call -> detail("running").replace("\"way\":\"A\",\"until\":null", """
                        "way":"A","until":null,"message":
                        {"id":"m1","state":"held","code":"no-mail-server","text":"No mail server is configured"}"""));

        // when
        var view = UI.getCurrent().navigate(JourneyView.class, "j1").orElseThrow();

        // then
        eventually(() -> assertThat(words(view)).contains("Held", "No mail server is configured"));
        assertThat(words(view)).doesNotContain("Done");
        assertThat(find(RouterLink.class, view).all())
                .anyMatch(link -> link.getHref().equals("message/m1"));
    }

    @Test
    void shouldKeepTheBlockWhereItWasStoppedAndWhy() {
        // given
        var end = """
                "end":{"at":"2026-11-24T10:00:02Z","text":"Stopped by event orderPaid (o-1).","eventId":"e2",
                "eventType":"orderPaid","block":"OneDay","blockName":"Wait a day"}""";
        ENGINE.answer(
                ONE,
                call -> detail("stopped")
                        .replace("\"end\":null", end)
                        .replace("\"result\":\"waiting\"", "\"result\":\"stopped\""));
        ENGINE.answer(
                LIST,
                call -> "{\"items\":[" + journey("j1", "stopped").replace("\"end\":null", end) + "],\"next\":null}");

        // when
        var view = UI.getCurrent().navigate(JourneyView.class, "j1").orElseThrow();

        // then
        eventually(() ->
                assertThat(words(view)).contains("At Wait a day. Stopped by event orderPaid (o-1).", "Stopped here"));

        // when
        var list = navigate(JourneysView.class);

        // then
        eventually(() -> assertThat(words(list)).contains("At Wait a day. Stopped by event orderPaid (o-1)."));
    }

    @Test
    void shouldLeadFromEachNameToWhatItNames() {
        // given
        ENGINE.answer(LIST, call -> "{\"items\":[" + journey("j1", "running") + "],\"next\":null}");
        ENGINE.answer(ONE, call -> detail("running"));

        // when
        var list = navigate(JourneysView.class);

        // then
        eventually(() -> assertThat(words(list)).contains("ada@example.com"));
        assertThat(find(RouterLink.class, find(Rows.class).single()).all().stream()
                        .map(RouterLink::getHref))
                .containsExactly("contact/c1", "workflow/w1", "journey/j1");

        // when
        var view = UI.getCurrent().navigate(JourneyView.class, "j1").orElseThrow();

        // then
        eventually(() -> assertThat(find(RouterLink.class, view).all().stream().map(RouterLink::getHref))
                .contains("contact/c1", "workflow/w1", "order?id=order-1", "events?event=e1"));
    }

    @Test
    void shouldGoBackToTheListAsItWasLeft() {
        // given
        ENGINE.answer(LIST, call -> "{\"items\":[" + journey("j1", "running") + "],\"next\":null}");
        ENGINE.answer(ONE, call -> detail("running"));
        UI.getCurrent().navigate(JourneysView.class, QueryParameters.fromString("state=running"));
        test(find(TextField.class).withId("filter-contact").single()).setValue("ada");

        // when
        var view = UI.getCurrent().navigate(JourneyView.class, "j1").orElseThrow();

        // then
        assertThat(find(BackLink.class, view).single().getHref())
                .startsWith("journeys?")
                .contains("state=running", "contact=ada");
    }

    @Test
    void shouldSayThatThereIsNoSuchJourney() {
        // given
        ENGINE.refuse("GET /api/v1/journeys/nobody", 404, "There is no journey nobody");

        // when
        UI.getCurrent().navigate(JourneyView.class, "nobody");

        // then
        eventually(() -> assertThat(find(Notice.class).all())
                .anySatisfy(said -> assertThat(words(said)).contains("There is no journey nobody")));
    }

    @Test
    void shouldGoBackToTheSignInWhenTheEngineKnowsTheSessionNoMore() {
        // given
        ENGINE.forgetSessions();

        // when
        navigate(JourneysView.class);

        // then
        eventually(() -> assertThat(
                        httpSession().getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY))
                .isNull());
    }

    private static String journey(String id, String state) {
        return "{" + row(id, state) + "}";
    }

    private static String detail(String state) {
        return "{" + row("j1", state) + """
                ,"orderId":"order-1","trail":[
                 {"block":"Confirmation","name":"Send confirmation","kind":"send-message","pass":1,
                  "entered":"2026-11-24T10:00:00Z","left":"2026-11-24T10:00:01.500Z","result":"done",
                  "text":"Wrote the message","way":"A","until":null},
                 {"block":"OneDay","name":"Wait a day","kind":"wait","pass":2,
                  "entered":"2026-11-24T10:00:02Z","left":null,"result":"waiting",
                  "text":"Waits one day","way":null,"until":"2026-11-25T10:00:02Z"}]}
                """;
    }

    private static String row(String id, String state) {
        var failure = "failed".equals(state) ? """
                  {"block":"Confirmation","code":"refused","text":"The mail server said no","since":"2026-11-24T10:00:02Z"}""" : "null";
        var stands = "running".equals(state) ? """
                  {"block":"OneDay","since":"2026-11-24T10:00:02Z","until":"2026-11-25T10:00:02Z"}""" : "null";
        return """
                "id":"%s","workflowId":"w1","workflowName":"Welcome","version":3,"contactId":"c1",
                "startedBy":{"eventId":"e1","eventType":"ticketBought","key":"T-1"},"state":"%s",
                "startedAt":"2026-11-24T10:00:00Z","stands":%s,"failure":%s,"end":null
                """.formatted(id, state, stands, failure);
    }
}
