package io.usher.designer.eventtypes;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import io.usher.designer.DesignerTest;
import io.usher.designer.list.EmptyState;
import io.usher.designer.list.Notice;
import io.usher.designer.list.Rows;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

@WithAnonymousUser
class EventTypesViewTest extends DesignerTest {

    private static final String LIST = "GET /api/v1/event-types";
    private static final String CREATE = "POST /api/v1/event-types";
    private static final String ORDER_PAID = """
            {"key":"orderPaid","name":"Order paid","category":"order","keyParam":null,"lastSeenAt":null,"workflows":
             [{"workflowId":"w1","name":"Welcome","status":"active","start":true,"stop":false}]}
            """;

    @BeforeEach
    void annaIsSignedIn() {
        signIn("anna");
    }

    @Test
    void shouldSayHowAnEventTypeComesToBe() {
        // given
        ENGINE.answer(LIST, call -> "{\"items\":[],\"next\":null}");

        // when
        navigate(EventTypesView.class);

        // then
        eventually(() -> assertThat(find(EmptyState.class).all())
                .singleElement()
                .satisfies(said -> assertThat(words(said)).contains("No event type yet", "New event type")));
    }

    @Test
    void shouldShowWhichWorkflowsListenAndFetchTheNextPage() {
        // given
        ENGINE.answer(
                LIST,
                call -> call.query().contains("cursor=n")
                        ? "{\"items\":[" + ORDER_PAID.replace("orderPaid", "orderLost") + "],\"next\":null}"
                        : "{\"items\":[" + ORDER_PAID + "],\"next\":\"n\"}");
        var view = navigate(EventTypesView.class);
        eventually(() -> assertThat(words(view)).contains("Order paid", "orderPaid", "Order", "Welcome", "Never"));

        // when
        find(Rows.class).single().more();

        // then
        eventually(() -> assertThat(words(view)).contains("orderPaid", "orderLost"));
    }

    @Test
    void shouldSearchByNameOrKey() {
        // given
        ENGINE.answer(LIST, call -> "{\"items\":[],\"next\":null}");

        // when
        UI.getCurrent().navigate(EventTypesView.class, QueryParameters.fromString("search=paid"));

        // then
        eventually(() -> assertThat(ENGINE.calls("GET", "/api/v1/event-types"))
                .anyMatch(call -> call.query().contains("search=paid")));
    }

    @Test
    void shouldCreateAnEventTypeWithAKeyMadeFromItsName() {
        // given
        ENGINE.answer(LIST, call -> "{\"items\":[],\"next\":null}");
        ENGINE.answer(CREATE, call -> {
            ENGINE.answer(LIST, again -> "{\"items\":[" + ORDER_PAID + "],\"next\":null}");
            return ORDER_PAID;
        });
        var view = navigate(EventTypesView.class);

        // when
        test(find(Button.class).withId("new-type").single()).click();
        test(find(TextField.class).withId("type-name").single()).setValue("Order paid");
        test(find(Button.class).withId("create-type").single()).click();

        // then
        eventually(() -> assertThat(words(view)).contains("orderPaid"));
        assertThat(ENGINE.calls("POST", "/api/v1/event-types").getLast().body())
                .isEqualTo(Map.of("key", "orderPaid", "name", "Order paid", "category", "other"));
        assertThat(find(NewTypeDialog.class).all()).isEmpty();
    }

    @Test
    void shouldSayWhyTheEngineRefusedAndKeepWhatWasTyped() {
        // given
        ENGINE.answer(LIST, call -> "{\"items\":[],\"next\":null}");
        ENGINE.refuse(CREATE, 409, "There is an event type with this key");
        navigate(EventTypesView.class);
        test(find(Button.class).withId("new-type").single()).click();

        // when
        test(find(TextField.class).withId("type-name").single()).setValue("Order paid");
        test(find(Button.class).withId("create-type").single()).click();

        // then
        eventually(() -> assertThat(find(Notice.class).all())
                .anySatisfy(said -> assertThat(words(said)).contains("There is an event type with this key")));
        assertThat(find(TextField.class).withId("type-key").single().getValue()).isEqualTo("orderPaid");
        assertThat(find(Button.class).withId("create-type").single().isEnabled())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Order paid, orderPaid", "'  ticket: BOUGHT again! ', ticketBOUGHTAgain", "'', ''", "'...', ''"})
    void shouldMakeAKeyFromAName(String name, String key) {
        assertThat(NewTypeDialog.keyOf(name)).isEqualTo(key);
    }

    @Test
    void shouldGoBackToTheSignInWhenTheEngineKnowsTheSessionNoMore() {
        // given
        ENGINE.forgetSessions();

        // when
        navigate(EventTypesView.class);

        // then
        eventually(() -> assertThat(
                        httpSession().getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY))
                .isNull());
    }
}
