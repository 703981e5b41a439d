package io.usher.designer.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import io.usher.designer.DesignerTest;
import io.usher.designer.FakeEngine.Answer;
import io.usher.designer.list.Choice;
import io.usher.designer.list.EmptyState;
import io.usher.designer.list.Notice;
import io.usher.designer.list.Rows;
import io.usher.designer.list.Sign;
import io.usher.designer.triggers.TriggersDialog;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

@WithAnonymousUser
class WorkflowsViewTest extends DesignerTest {

    private static final String LIST = "GET /api/v1/workflows";
    private static final String NOBODY = "{\"items\":[],\"next\":null}";

    @BeforeEach
    void annaIsSignedIn() {
        signIn("anna");
        ENGINE.answer(LIST, call -> NOBODY);
        ENGINE.answer("GET /api/v1/event-types", call -> NOBODY);
        ENGINE.answer(
                "GET /api/v1/workflows/tags",
                call -> call.query().contains("status=archived")
                        ? "{\"items\":[\"forgotten\"]}"
                        : "{\"items\":[\"spring\",\"vip\"]}");
        ENGINE.answer("GET /api/v1/samples", call -> """
                {"items":[{"key":"welcome","name":"Welcome series","sentence":"Greets new buyers.",
                 "blocks":["send"],"tags":["first"],"startEvents":["orderPaid"]}]}""");
        ENGINE.answer("GET /api/v1/blocks", call -> BLOCKS);
        ENGINE.reply("GET /api/v1/samples/welcome/bpmn", call -> Answer.xml("<definitions/>", "\"1\""));
    }

    @Test
    void shouldBeTheFirstPageAfterTheSignIn() {
        // when
        UI.getCurrent().navigate("");

        // then
        assertThat(find(WorkflowsView.class).all()).hasSize(1);
    }

    @Test
    void shouldSayWhatToDoFirstAndOfferSamples() {
        // when
        navigate(WorkflowsView.class);

        // then
        eventually(() -> assertThat(find(EmptyState.class).all())
                .singleElement()
                .satisfies(said -> assertThat(words(said))
                        .contains("No workflow yet", "New workflow", "Welcome series")
                        .contains("Greets new buyers.", "Use this")));
    }

    @Test
    void shouldShowWhatStartsAndStopsItAndWhoIsInside() {
        // given
        ENGINE.answer(LIST, call -> page(row("w1", "Welcome", "active")));

        // when
        var view = navigate(WorkflowsView.class);

        // then
        eventually(() -> assertThat(words(view))
                .contains("Welcome", "spring, vip", "Active", "Order paid, once in every 2 hours", "Order lost")
                .contains("1,234", "17", "anna", "Draft changed"));
        assertThat(find(Sign.class, view).all().stream()
                        .map(sign -> sign.getElement().getAttribute("aria-label")))
                .containsExactly("Starts it", "Stops it");
        assertThat(find(RouterLink.class, view).all().stream()
                        .map(link -> link.getElement().getAttribute("href")))
                .contains("workflow/w1", "journeys?workflow=w1");
    }

    @Test
    void shouldSayWhenNoEventStartsIt() {
        // given
        ENGINE.answer(
                LIST,
                call -> "{\"items\":[{\"id\":\"w2\",\"name\":\"Bare\",\"status\":\"draft\","
                        + "\"createdAt\":\"2026-11-24T10:00:00Z\",\"changedAt\":\"2026-11-24T10:00:00Z\"}],\"next\":null}");

        // when
        var view = navigate(WorkflowsView.class);

        // then
        eventually(() -> assertThat(words(view)).contains("Bare", "Draft", "No event starts it yet"));
    }

    @Test
    void shouldNarrowAndSortTheListByTheAddress() {
        // when
        UI.getCurrent()
                .navigate(
                        WorkflowsView.class,
                        QueryParameters.fromString("search=wel&status=active&tag=vip&event=orderPaid&sort=name"));

        // then
        eventually(() -> assertThat(ENGINE.calls("GET", "/api/v1/workflows"))
                .anyMatch(call -> Stream.of("search=wel", "status=active", "tag=vip", "event=orderPaid", "sort=name")
                        .allMatch(call.query()::contains)));
        eventually(() -> assertThat(find(EmptyState.class).all())
                .singleElement()
                .satisfies(said -> assertThat(words(said)).contains("Nothing found")));
    }

    @Test
    @SuppressWarnings("unchecked")
    void shouldOfferTheTagsOfWhatTheListShows() {
        // given
        navigate(WorkflowsView.class);
        ComboBox<Choice> tag = find(ComboBox.class).withId("filter-tag").single();
        eventually(() -> assertThat(tag.getListDataView().getItems())
                .extracting(Choice::label)
                .containsExactly("spring", "vip"));

        // when
        UI.getCurrent().navigate(WorkflowsView.class, QueryParameters.fromString("status=archived&tag=vip"));

        // then: what is chosen already stays
        eventually(() -> assertThat(tag.getListDataView().getItems())
                .extracting(Choice::label)
                .containsExactly("forgotten"));
        assertThat(tag.getValue()).isEqualTo(new Choice("vip", "vip"));
    }

    @Test
    @SuppressWarnings("unchecked")
    void shouldOfferTheTagsInUseToANewWorkflow() {
        // given
        ENGINE.answer(LIST, call -> page(row("w1", "Welcome", "active")));

        // when
        openNew();

        // then
        MultiSelectComboBox<String> offered = tags();
        eventually(() -> assertThat(offered.getListDataView().getItems()).containsExactly("spring", "vip"));
    }

    @Test
    void shouldPutTheChosenOrderIntoTheAddress() {
        // given
        navigate(WorkflowsView.class);

        // when
        @SuppressWarnings("unchecked")
        Select<Choice> order = find(Select.class).withId("filter-sort").single();
        test(order).selectItem("Name");

        // then
        eventually(() -> assertThat(ENGINE.calls("GET", "/api/v1/workflows"))
                .anyMatch(call -> call.query().contains("sort=name")));
    }

    @Test
    void shouldFetchTheNextPage() {
        // given
        ENGINE.answer(
                LIST,
                call -> call.query().contains("cursor=n")
                        ? page(row("w2", "Second", "draft"))
                        : page(row("w1", "First", "draft")).replace("\"next\":null", "\"next\":\"n\""));
        var view = navigate(WorkflowsView.class);
        eventually(() -> assertThat(words(view)).contains("First"));

        // when
        find(Rows.class).single().more();

        // then
        eventually(() -> assertThat(words(view)).contains("First", "Second"));
    }

    @Test
    void shouldBeginWithAnEmptyCanvasAndOpenTheDrawing() {
        // given
        ENGINE.answer(LIST, call -> page(row("w1", "Welcome", "active")));
        ENGINE.answer("POST /api/v1/workflows", call -> row("w9", "Thanks", "draft"));
        openNew();

        // when
        test(find(TextField.class).withId("workflow-name").single()).setValue("Thanks");
        tags().setValue("vip");
        test(find(Button.class).withId("begin-empty").single()).click();

        // then
        eventually(() -> assertThat(ENGINE.calls("POST", "/api/v1/workflows"))
                .anySatisfy(
                        call -> assertThat(call.body()).isEqualTo(Map.of("name", "Thanks", "tags", List.of("vip")))));
        eventually(() -> assertThat(address()).isEqualTo("workflow/w9"));
    }

    @Test
    void shouldAskForANameBesideTheField() {
        // given
        openNew();

        // when
        test(find(Button.class).withId("begin-empty").single()).click();

        // then
        assertThat(find(TextField.class).withId("workflow-name").single().getErrorMessage())
                .isEqualTo("Give it a name.");
        assertThat(find(NewWorkflowDialog.class).all()).hasSize(1);
    }

    @Test
    void shouldSayBesideTheFieldWhatTheEngineRefused() {
        // given
        ENGINE.reply(
                "POST /api/v1/workflows",
                call -> new Answer(
                        400,
                        "application/problem+json",
                        "{\"title\":\"Invalid\",\"detail\":\"2 fields\",\"errors\":[{\"field\":\"tags[0]\",\"rule\":\"size\","
                                + "\"message\":\"A tag has at most 50 characters\"}]}",
                        ""));
        openNew();
        test(find(TextField.class).withId("workflow-name").single()).setValue("Thanks");

        // when
        test(find(Button.class).withId("begin-empty").single()).click();

        // then
        eventually(() -> assertThat(tags().getErrorMessage()).isEqualTo("A tag has at most 50 characters"));
        assertThat(find(Button.class).withId("begin-empty").single().isEnabled())
                .isTrue();
    }

    @Test
    void shouldMakeAWorkflowOfASampleWithItsTagsAndOnesOwn() {
        // given
        ENGINE.answer(LIST, call -> page(row("w1", "Welcome", "active")));
        ENGINE.answer("POST /api/v1/samples/welcome/use", call -> row("w8", "Hello", "draft"));
        ENGINE.answer("PUT /api/v1/workflows/w8", call -> row("w8", "Hello", "draft"));
        openNew();
        eventually(
                () -> assertThat(find(Button.class).withId("use-welcome").all()).hasSize(1));

        // when
        test(find(TextField.class).withId("workflow-name").single()).setValue("Hello");
        tags().setValue("mine");
        test(find(Button.class).withId("use-welcome").single()).click();

        // then
        eventually(() -> assertThat(ENGINE.calls("PUT", "/api/v1/workflows/w8"))
                .anySatisfy(call -> assertThat(call.body().get("tags")).isEqualTo(List.of("mine", "spring", "vip"))));
        assertThat(ENGINE.calls("POST", "/api/v1/samples/welcome/use").getLast().body())
                .isEqualTo(Map.of("name", "Hello"));
        eventually(() -> assertThat(address()).isEqualTo("workflow/w8"));
    }

    @Test
    void shouldDuplicateAWorkflowAndMarkTheCopy() {
        // given
        ENGINE.answer(LIST, call -> page(row("w1", "Welcome", "active")));
        ENGINE.answer("POST /api/v1/workflows/w1/duplicate", call -> row("w7", "Copy of Welcome", "draft"));
        var view = navigate(WorkflowsView.class);

        // when
        choose("Duplicate");

        // then
        eventually(() -> assertThat(words(view)).contains("Copy of Welcome"));
    }

    @Test
    void shouldPauseAfterAskingWhatPeopleInsideDo() {
        // given
        ENGINE.answer(LIST, call -> page(row("w1", "Welcome", "active")));
        ENGINE.answer("POST /api/v1/workflows/w1/pause", call -> row("w1", "Welcome", "paused"));
        var view = navigate(WorkflowsView.class);
        choose("Pause");

        // when
        @SuppressWarnings("unchecked")
        RadioButtonGroup<String> inside =
                find(RadioButtonGroup.class).withId("pause-inside").single();
        inside.setValue("hold");
        test(find(ConfirmDialog.class).single()).confirm();

        // then
        eventually(() -> assertThat(words(view)).contains("Paused"));
        assertThat(ENGINE.calls("POST", "/api/v1/workflows/w1/pause").getLast().body())
                .isEqualTo(Map.of("inside", "hold"));
    }

    @Test
    void shouldResumeAPausedWorkflow() {
        // given
        ENGINE.answer(LIST, call -> page(row("w1", "Welcome", "paused")));
        ENGINE.answer("POST /api/v1/workflows/w1/resume", call -> row("w1", "Welcome", "active"));
        var view = navigate(WorkflowsView.class);

        // when
        choose("Resume");

        // then
        eventually(() -> assertThat(words(view)).contains("Active"));
    }

    @Test
    void shouldArchiveOnlyAfterThePersonSaidYes() {
        // given
        ENGINE.answer(LIST, call -> page(row("w1", "Welcome", "active")));
        ENGINE.answer("DELETE /api/v1/workflows/w1", call -> "{}");
        navigate(WorkflowsView.class);
        int before = ENGINE.calls("DELETE", "/api/v1/workflows/w1").size();
        choose("Archive");
        assertThat(ENGINE.calls("DELETE", "/api/v1/workflows/w1")).hasSize(before);

        // when
        test(find(ConfirmDialog.class).single()).confirm();

        // then
        eventually(() -> assertThat(find(Rows.class).single().size()).isZero());
        assertThat(ENGINE.calls("DELETE", "/api/v1/workflows/w1")).hasSize(before + 1);
    }

    @Test
    void shouldSayInWordsThatPeopleAreInsideWhenItCannotBeArchived() {
        // given
        ENGINE.answer(LIST, call -> page(row("w1", "Welcome", "active")));
        ENGINE.refuse("DELETE /api/v1/workflows/w1", 409, "12 journeys are inside; stop them first");
        navigate(WorkflowsView.class);
        choose("Archive");

        // when
        test(find(ConfirmDialog.class).single()).confirm();

        // then
        eventually(() -> assertThat(find(Notice.class).all())
                .anySatisfy(said -> assertThat(words(said)).contains("12 journeys are inside")));
        assertThat(find(Rows.class).single().size()).isOne();
    }

    @Test
    void shouldOpenTheTriggersFromTheRow() {
        // given
        ENGINE.answer(LIST, call -> page(row("w1", "Welcome", "active")));
        navigate(WorkflowsView.class);

        // when
        choose("Triggers");

        // then
        assertThat(find(TriggersDialog.class).single().getHeaderTitle()).isEqualTo("Triggers of Welcome");
    }

    @Test
    void shouldOfferLittleForAnArchivedWorkflow() {
        // given
        ENGINE.answer(LIST, call -> page(row("w1", "Welcome", "archived")));
        navigate(WorkflowsView.class);

        // when
        openMenu();

        // then
        assertThat(items().map(Button::getText)).containsExactly("Open", "Duplicate", "Copy the id");
    }

    @Test
    void shouldSayInPlaceThatTheListCouldNotBeRead() {
        // given
        ENGINE.refuse(LIST, 422, "search is too long");

        // when
        navigate(WorkflowsView.class);

        // then
        eventually(() -> assertThat(find(Notice.class).all())
                .anySatisfy(said -> assertThat(words(said)).contains("search is too long")));
    }

    @Test
    void shouldGoBackToTheSignInWhenTheEngineKnowsTheSessionNoMore() {
        // given
        ENGINE.forgetSessions();

        // when
        navigate(WorkflowsView.class);

        // then
        eventually(() -> assertThat(
                        httpSession().getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY))
                .isNull());
    }

    private void openNew() {
        navigate(WorkflowsView.class);
        test(find(Button.class).withId("new-workflow").single()).click();
    }

    @SuppressWarnings("unchecked")
    private MultiSelectComboBox<String> tags() {
        return find(MultiSelectComboBox.class).withId("workflow-tags").single();
    }

    /** Chooses an item of the only row's menu. */
    private void choose(String item) {
        openMenu();
        test(items().filter(each -> each.getText().equals(item)).findFirst().orElseThrow())
                .click();
    }

    private void openMenu() {
        eventually(() -> assertThat(menus()).hasSize(1));
        test(menus().getFirst()).click();
        assertThat(find(Popover.class).single().isOpened()).isTrue();
    }

    private Stream<Button> items() {
        return find(Popover.class)
                .single()
                .getChildren()
                .flatMap(Component::getChildren)
                .map(Button.class::cast);
    }

    private List<Button> menus() {
        return find(Button.class).all().stream()
                .filter(menu -> menu.hasClassName("us-row-menu"))
                .toList();
    }

    private static String address() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPath();
    }

    private static String page(String... rows) {
        return "{\"items\":[" + String.join(",", rows) + "],\"next\":null}";
    }

    private static String row(String id, String name, String status) {
        return """
                {"id":"%s","name":"%s","tags":["spring","vip"],"status":"%s","version":2,"inside":null,
                 "startLinks":[{"eventType":"orderPaid","name":"Order paid","reentry":"once in every 2 hours"}],
                 "stopLinks":[{"eventType":"orderLost","name":"Order lost"}],
                 "journeysInside":1234,"startedLast7Days":17,"createdAt":"2026-11-24T10:00:00Z",
                 "changedAt":"2026-11-24T10:00:01Z","changedBy":"anna","draftDiffers":true,
                 "draft":{"etag":"\\"5\\"","changedAt":"2026-11-24T10:00:01Z","changedBy":"anna"}}
                """.formatted(id, name, status);
    }
}
