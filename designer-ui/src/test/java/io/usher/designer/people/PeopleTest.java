package io.usher.designer.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import io.usher.designer.DesignerTest;
import io.usher.designer.contacts.ContactNavigation;
import io.usher.designer.list.Notice;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithAnonymousUser;

@WithAnonymousUser
class PeopleTest extends DesignerTest {

    private static final String CONTACT = """
            {"id":"c1","firstName":"Ada","lastName":"Berg","email":"ada@example.com","phone":null,
             "externalCustomerId":"k-7","language":"sv","timeZone":"Europe/Stockholm",
             "consents":{"email":{"state":"given","source":"shop","since":"2026-11-01T10:00:00Z"}},
             "fields":{"seat":"balcony"},"createdAt":"2026-11-01T10:00:00Z"}
            """;

    private static final String EVENTS = """
            {"items":[{"id":"e1","eventTypeKey":"orderINITIALIZED","eventTypeName":"Order initialized",
             "keyValue":"H 1","summary":"Started Welcome","acceptedAt":"2026-11-24T10:00:00Z"}],"next":null}
            """;

    @BeforeEach
    void annaIsSignedIn() {
        signIn("anna");
        ENGINE.answer("GET /api/v1/contacts/c1", call -> CONTACT);
        ENGINE.answer("GET /api/v1/events", call -> EVENTS);
    }

    @Test
    void shouldShowAContactWithWhatHappenedToIt() {
        // given
        ENGINE.answer("GET /api/v1/journeys", call -> """
                {"items":[{"id":"j1","workflowName":"Welcome","state":"running","startedAt":"2026-11-24T10:00:00Z"}]}""");
        ENGINE.answer("GET /api/v1/messages", call -> """
                {"items":[{"id":"m1","subject":"","state":"held","createdAt":"2026-11-24T10:00:00Z"}]}""");
        ENGINE.answer("GET /api/v1/orders", call -> """
                {"items":[{"externalOrderId":"H 1","status":"DELIVERED","date":"2026-11-12T10:00:00Z"}]}""");

        // when
        var view = UI.getCurrent().navigate(ContactView.class, "c1").orElseThrow();

        // then
        eventually(() -> assertThat(words(view)).contains("Ada Berg", "ada@example.com", "k-7", "Agreed", "balcony"));
        assertThat(words(view)).contains("Welcome", "Running", "(no subject)", "Held", "Started Welcome", "DELIVERED");
        assertThat(find(RouterLink.class, view).all().stream().map(RouterLink::getHref))
                .contains(
                        "journey/j1",
                        "message/m1",
                        "events?event=e1",
                        "order?id=H%201",
                        "journeys?contact=c1",
                        "messages?contact=c1",
                        "events?contact=c1");
        assertThat(ENGINE.calls("GET", "/api/v1/journeys"))
                .anyMatch(call -> call.query().contains("contact=c1"));
    }

    @Test
    void shouldAskForEverythingOfAContactSideBySideAndOnce() {
        // given: nobody is answered before all have asked
        var all = new CyclicBarrier(5);
        ENGINE.answer("GET /api/v1/contacts/c1", call -> together(all, CONTACT));
        ENGINE.answer("GET /api/v1/events", call -> together(all, EVENTS));
        Stream.of("journeys", "messages", "orders")
                .forEach(list -> ENGINE.answer("GET /api/v1/" + list, call -> together(all, "{\"items\":[]}")));
        int asked = ENGINE.calls("GET", "/api/v1/contacts/c1").size();

        // when
        var view = UI.getCurrent().navigate(ContactView.class, "c1").orElseThrow();

        // then
        eventually(() -> assertThat(words(view)).contains("Ada Berg", "balcony"));
        assertThat(ENGINE.calls("GET", "/api/v1/contacts/c1")).hasSize(asked + 1);
    }

    private static String together(CyclicBarrier all, String answer) {
        try {
            all.await(5, TimeUnit.SECONDS);
            return answer;
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void shouldShowAnOrderAndLeadToItsContactAndItsEvents() {
        // given
        ENGINE.answer("GET /api/v1/orders/H 1", call -> """
                {"externalOrderId":"H 1","status":"DELIVERED","date":"2026-11-12T10:00:00Z","totalCost":1920.0,
                 "currency":"SEK","items":[{"name":"Hamlet, stalls"}],"contactId":"c1",
                 "updatedAt":"2026-11-24T10:00:00Z","statusEvents":[]}""");

        // when
        var view = UI.getCurrent()
                .navigate(OrderView.class, QueryParameters.of("id", "H 1"))
                .orElseThrow();

        // then
        eventually(() -> assertThat(words(view)).contains("Order H 1", "DELIVERED", "Hamlet, stalls", "SEK"));
        assertThat(find(RouterLink.class, view).all().stream().map(RouterLink::getHref))
                .contains("contact/c1", "events?event=e1", "events?key=H%201");
        assertThat(ENGINE.calls("GET", "/api/v1/events"))
                .anyMatch(call -> call.query().contains("key=H 1"));
    }

    @Test
    void shouldSayThatThereIsNoSuchOrder() {
        // given
        ENGINE.refuse("GET /api/v1/orders/lost", 404, "There is no order lost");

        // when
        UI.getCurrent().navigate(OrderView.class, QueryParameters.of("id", "lost"));

        // then
        eventually(() -> assertThat(find(Notice.class).all())
                .anySatisfy(said -> assertThat(words(said)).contains("There is no order lost")));
    }

    @Test
    void shouldLeadToAnOrderWhateverItsShopCallsIt() {
        assertThat(ContactNavigation.order("2026/17 50%;#1").getHref()).isEqualTo("order?id=2026%2F17%2050%25%3B%231");
    }

    @Test
    void shouldLeaveNothingOfOneContactOnThePageOfAnother() {
        // given
        for (var list : List.of("journeys", "messages", "orders")) {
            ENGINE.answer("GET /api/v1/" + list, call -> "{\"items\":[]}");
        }
        ENGINE.refuse("GET /api/v1/contacts/c2", 404, "There is no contact c2");
        var view = UI.getCurrent().navigate(ContactView.class, "c1").orElseThrow();
        eventually(() -> assertThat(words(view)).contains("Ada Berg"));

        // when
        UI.getCurrent().navigate(ContactView.class, "c2");

        // then
        eventually(() -> assertThat(find(Notice.class).all())
                .anySatisfy(said -> assertThat(words(said)).contains("There is no contact c2")));
        assertThat(words(UI.getCurrent())).doesNotContain("Ada Berg");
    }
}
