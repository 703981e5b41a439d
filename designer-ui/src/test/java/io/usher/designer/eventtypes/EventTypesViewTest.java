package io.usher.designer.eventtypes;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import io.usher.designer.DesignerTest;
import io.usher.designer.list.Copy;
import io.usher.designer.list.EmptyState;
import io.usher.designer.list.Notice;
import io.usher.designer.list.Rows;
import io.usher.designer.list.Sign;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

@WithAnonymousUser
class EventTypesViewTest extends DesignerTest {

    private static final String LIST = "GET /api/v1/event-types";
    private static final String CREATE = "POST /api/v1/event-types";
    private static final String ORDER_PAID = """
            {"key":"orderPaid","name":"Order paid","category":"order","keyParam":null,"lastSeenAt":null,
             "params":[{"name":"total","required":true,"type":"number"},{"name":"note","required":false}],
             "last24Hours":1234,"last30Days":98765,"workflows":
             [{"workflowId":"w1","name":"Welcome","status":"active","start":true,"stop":false},
              {"workflowId":"w2","name":"Cart","status":"paused","start":true,"stop":true}]}
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
        assertThat(find(EventTypeDialog.class).all()).isEmpty();
    }

    @Test
    void shouldPointOutTwoTypesOfOneNameAndAKeyThatLooksLikeAnother() {
        // given
        var other = ORDER_PAID.replace("\"orderPaid\"", "\"order-paid\"").replace("\"Order paid\"", "\"order Paid\"");
        var lookalike = ORDER_PAID
                .replace("\"orderPaid\"", "\"0rderPaid\"")
                .replace("\"Order paid\"", "\"Third\"")
                .replace("\"last24Hours\"", "\"lookalikeOf\":\"orderPaid\",\"last24Hours\"");
        ENGINE.answer(LIST, call -> "{\"items\":[" + ORDER_PAID + "," + other + "," + lookalike + "],\"next\":null}");

        // when
        var view = navigate(EventTypesView.class);

        // then
        eventually(() -> assertThat(words(view))
                .contains("Same name as order-paid", "Same name as orderPaid", "Looks like orderPaid"));
    }

    @Test
    void shouldShowANewTypeWhereItStands() {
        // given
        ENGINE.answer(
                LIST,
                call -> call.query().contains("cursor=n")
                        ? "{\"items\":[" + ORDER_PAID + "],\"next\":null}"
                        : "{\"items\":[" + ORDER_PAID.replace("orderPaid", "cartLeft") + "],\"next\":\"n\"}");
        ENGINE.answer(CREATE, call -> ORDER_PAID);
        UI.getCurrent().navigate(EventTypesView.class, QueryParameters.fromString("search=cart"));
        test(find(Button.class).withId("new-type").single()).click();
        test(find(TextField.class).withId("type-name").single()).setValue("Order paid");

        // when
        test(find(Button.class).withId("create-type").single()).click();

        // then: behind a page that was not read yet, and without the filter that would hide it
        eventually(() -> assertThat(find(NativeTableRow.class).all().stream()
                        .filter(row -> row.getElement().hasAttribute("data-fresh"))
                        .map(row -> words(row)))
                .singleElement()
                .asString()
                .contains("orderPaid"));
        assertThat(find(TextField.class).withId("filter-search").single().getValue())
                .isEmpty();
    }

    @Test
    void shouldCreateAnEventTypeWithTheKeyThePersonWrote() {
        // given
        ENGINE.answer(LIST, call -> "{\"items\":[],\"next\":null}");
        ENGINE.answer(CREATE, call -> ORDER_PAID);
        navigate(EventTypesView.class);
        test(find(Button.class).withId("new-type").single()).click();

        // when: the name once more after the key
        test(find(TextField.class).withId("type-name").single()).setValue("Order");
        test(find(TextField.class).withId("type-key").single()).setValue("paid");
        test(find(TextField.class).withId("type-name").single()).setValue("Order paid");
        test(find(Button.class).withId("create-type").single()).click();

        // then
        eventually(() -> assertThat(find(EventTypeDialog.class).all()).isEmpty());
        assertThat(ENGINE.calls("POST", "/api/v1/event-types").getLast().body())
                .isEqualTo(Map.of("key", "paid", "name", "Order paid", "category", "other"));
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
        assertThat(find(TextField.class).withId("type-name").single().getValue())
                .isEqualTo("Order paid");
        assertThat(find(TextField.class).withId("type-key").single().getPlaceholder())
                .isEqualTo("orderPaid");
        assertThat(find(Button.class).withId("create-type").single().isEnabled())
                .isTrue();
    }

    @Test
    void shouldCountTheEventsOfADayAndOfAMonth() {
        // given
        ENGINE.answer(LIST, call -> "{\"items\":[" + ORDER_PAID + "],\"next\":null}");

        // when
        var view = navigate(EventTypesView.class);

        // then
        eventually(() -> assertThat(words(view)).contains("1,234", "98,765"));
    }

    @Test
    void shouldListTheLinkedWorkflowsInAWindow() {
        // given
        ENGINE.answer(LIST, call -> "{\"items\":[" + ORDER_PAID + "],\"next\":null}");
        var view = navigate(EventTypesView.class);
        eventually(() -> assertThat(
                        find(NativeButton.class, find(Listeners.class, view).single())
                                .all())
                .hasSize(1));

        // when
        test(find(NativeButton.class, find(Listeners.class, view).single()).single())
                .click();

        // then
        var window = find(DependenciesDialog.class).single();
        assertThat(words(window)).contains("Welcome", "Active", "Cart", "Paused");
        assertThat(find(RouterLink.class, window).all().stream()
                        .map(link -> link.getElement().getAttribute("href")))
                .containsExactly("workflow/w1", "workflow/w2");
        assertThat(find(Sign.class, window).all().stream()
                        .map(sign -> sign.getElement().getAttribute("aria-label")))
                .containsExactly("Starts", "Starts", "Stops");
        assertThat(find(Copy.class, window).all()).hasSize(2);
    }

    @Test
    void shouldChangeNameAndCategoryAndKeepTheDeclaredParams() {
        // given
        ENGINE.answer(LIST, call -> "{\"items\":[" + ORDER_PAID + "],\"next\":null}");
        ENGINE.answer(
                "PUT /api/v1/event-types/orderPaid",
                call -> "{\"key\":\"orderPaid\",\"name\":\"Order settled\",\"category\":\"order\"}");
        var view = navigate(EventTypesView.class);
        eventually(() -> assertThat(words(view)).contains("orderPaid"));

        // when
        openFirst(view);
        assertThat(find(TextField.class).withId("type-key").single().isReadOnly())
                .isTrue();
        test(find(TextField.class).withId("type-name").single()).setValue("Order settled");
        test(find(Button.class).withId("save-type").single()).click();

        // then: what the list counted stays
        eventually(() -> assertThat(words(view)).contains("Order settled", "1,234", "Welcome"));
        assertThat(ENGINE.calls("PUT", "/api/v1/event-types/orderPaid")
                        .getLast()
                        .body())
                .isEqualTo(Map.of(
                        "name", "Order settled",
                        "category", "order",
                        "params",
                                List.of(
                                        Map.of("name", "total", "required", true, "type", "number"),
                                        Map.of("name", "note", "required", false))));
    }

    @Test
    void shouldClearTheKeyParam() {
        // given
        var keyed = ORDER_PAID.replace("\"keyParam\":null", "\"keyParam\":\"orderId\"");
        ENGINE.answer(LIST, call -> "{\"items\":[" + keyed + "],\"next\":null}");
        ENGINE.answer("PUT /api/v1/event-types/orderPaid", call -> ORDER_PAID);
        var view = navigate(EventTypesView.class);
        eventually(() -> assertThat(words(view)).contains("orderPaid"));
        openFirst(view);
        var before = ENGINE.calls("PUT", "/api/v1/event-types/orderPaid").size();
        assertThat(keyParam().getValue()).isEqualTo("orderId");

        // when
        test(keyParam()).setValue("");
        test(find(Button.class).withId("save-type").single()).click();

        // then: the engine is told a type without one
        eventually(() -> assertThat(find(EventTypeDialog.class).all()).isEmpty());
        assertThat(ENGINE.calls("PUT", "/api/v1/event-types/orderPaid"))
                .hasSize(before + 1)
                .last()
                .satisfies(call -> assertThat(call.body()).containsKey("name").doesNotContainKey("keyParam"));

        // and the list has taken it over
        openFirst(view);
        assertThat(keyParam().getValue()).isEmpty();
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

    private void openFirst(EventTypesView view) {
        test(find(Button.class, view).all().stream()
                        .filter(button -> button.hasClassName("us-row-menu"))
                        .findFirst()
                        .orElseThrow())
                .click();
    }

    private TextField keyParam() {
        return find(TextField.class).withId("type-key-param").single();
    }
}
