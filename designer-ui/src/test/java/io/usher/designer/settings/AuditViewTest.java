package io.usher.designer.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import io.usher.designer.DesignerTest;
import io.usher.designer.FakeEngine.Call;
import io.usher.designer.list.Choice;
import io.usher.designer.list.EmptyState;
import io.usher.designer.list.Notice;
import io.usher.designer.list.Rows;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithAnonymousUser;

@WithAnonymousUser
class AuditViewTest extends DesignerTest {

    private static final String PATH = "/api/v1/audit";

    private static final String ACTIVATED = """
            {"id":"a1","at":"2026-11-24T10:00:00Z","actor":{"kind":"person","id":"u1","name":"anna"},
             "action":"workflow.activated","thing":{"kind":"workflow","id":"w1"},"arguments":{"version":"3"}}""";

    private static final String UNKNOWN = """
            {"id":"a2","at":"2026-11-23T10:00:00Z","actor":{"kind":"key","id":"k1","name":null},
             "action":"brochure.folded","thing":{"kind":"brochure","id":"b/1"},"arguments":{"times":"2"}}""";

    @BeforeEach
    void annaIsSignedIn() {
        signIn("anna");
        ENGINE.answer("GET /api/v1/workflows", call -> "{\"items\":[{\"id\":\"w1\",\"name\":\"Welcome\"}]}");
        ENGINE.answer(
                "GET " + PATH,
                call -> call.query().contains("cursor=n")
                        ? "{\"items\":[" + UNKNOWN + "],\"next\":null}"
                        : "{\"items\":[" + ACTIVATED + "],\"next\":\"n\"}");
    }

    @Test
    void shouldSayWhoChangedWhatAndFetchTheNextPage() {
        // when
        var view = navigate(AuditView.class);

        // then
        assertThat(find(H1.class).single().getText()).isEqualTo("Settings");
        eventually(() -> assertThat(words(view)).contains("anna", "Activated the draft", "Version 3", "Welcome"));
        assertThat(find(RouterLink.class, view).all().stream().map(RouterLink::getHref))
                .contains("workflow/w1", "settings/audit?who=u1")
                .anyMatch(link -> link.matches("settings/audit[?](kind=workflow&thing=w1|thing=w1&kind=workflow)"));

        // when
        find(Rows.class).single().more();

        // then: what this designer does not know yet is told as the engine says it
        eventually(() -> assertThat(words(view)).contains("API key k1", "brochure.folded", "times 2", "b/1"));
    }

    @Test
    void shouldAskForWhatTheAddressSays() {
        // when
        go("who=u1&kind=workflow&thing=w1&from=2026-11-01T00:00:00Z&to=2026-11-30T00:00:00Z");

        // then
        eventually(() -> assertThat(ENGINE.calls("GET", PATH))
                .extracting(Call::query)
                .anySatisfy(query -> assertThat(query.split("&"))
                        .containsExactlyInAnyOrder(
                                "actor=u1",
                                "kind=workflow",
                                "thing=w1",
                                "from=2026-11-01T00:00:00Z",
                                "to=2026-11-30T00:00:00Z")));
        assertThat(find(TextField.class).withId("filter-thing").single().getValue())
                .isEqualTo("w1");
    }

    @Test
    void shouldNotAskForAnIdOfNoKind() {
        // when
        go("thing=w1&time=P7D");

        // then
        eventually(() -> assertThat(ENGINE.calls("GET", PATH))
                .extracting(Call::query)
                .anySatisfy(query -> assertThat(query).startsWith("from=").doesNotContain("thing")));
    }

    @Test
    @SuppressWarnings("unchecked")
    void shouldPutWhatIsChosenIntoTheAddress() {
        // given
        navigate(AuditView.class);
        var who = (ComboBox<Choice>) find(ComboBox.class).withId("filter-who").single();
        eventually(() -> assertThat(who.getListDataView().getItemCount()).isEqualTo(1));

        // when
        test(who).selectItem("anna");

        // then
        eventually(() -> assertThat(ENGINE.calls("GET", PATH))
                .extracting(Call::query)
                .anyMatch(query -> query.contains("actor=u1")));
    }

    @Test
    @SuppressWarnings("unchecked")
    void shouldKeepWhatIsAskedForInTheLinksOfRowsThatStay() {
        // given
        navigate(AuditView.class);
        var who = (ComboBox<Choice>) find(ComboBox.class).withId("filter-who").single();
        eventually(() -> assertThat(who.getListDataView().getItemCount()).isEqualTo(1));
        eventually(() -> assertThat(linksTo("kind=workflow")).isNotEmpty());

        // when
        test(who).selectItem("anna");

        // then
        eventually(() -> assertThat(linksTo("kind=workflow")).isNotEmpty().allMatch(href -> href.contains("who=u1")));
    }

    private List<String> linksTo(String query) {
        return find(RouterLink.class).all().stream()
                .map(link -> link.getElement().getAttribute("href"))
                .filter(href -> href.contains(query))
                .toList();
    }

    @Test
    void shouldSayWhyItIsEmpty() {
        // given
        ENGINE.answer("GET " + PATH, call -> "{\"items\":[],\"next\":null}");

        // when
        navigate(AuditView.class);

        // then
        eventually(() -> assertThat(words(find(EmptyState.class).single())).contains("No change yet"));

        // when
        go("kind=segment");

        // then
        eventually(() -> assertThat(words(find(EmptyState.class).single())).contains("Nothing found"));
    }

    @Test
    void shouldSayThatSomebodyMayNotReadIt() {
        // given
        ENGINE.refuse("GET " + PATH, 403, "Your role does not have the right audit.read");

        // when
        navigate(AuditView.class);

        // then
        eventually(() -> assertThat(words(find(Notice.class)
                        .withPropertyValue(Notice::isVisible, true)
                        .single()))
                .contains("audit.read"));
    }

    private static void go(String query) {
        UI.getCurrent().navigate(AuditView.class, QueryParameters.fromString(query));
    }
}
