package io.usher.designer.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import io.usher.designer.DesignerTest;
import io.usher.designer.list.Copy;
import io.usher.designer.list.EmptyState;
import io.usher.designer.list.Notice;
import io.usher.designer.list.Rows;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

@WithAnonymousUser
class EventsViewTest extends DesignerTest {

    private static final String EVENTS = "GET /api/v1/events";

    @BeforeEach
    void annaIsSignedIn() {
        signIn("anna");
        ENGINE.answer(
                "GET /api/v1/event-types",
                call -> "{\"items\":[{\"key\":\"ticketBought\",\"name\":\"Ticket bought\"}],\"next\":null}");
        ENGINE.answer(
                "GET /api/v1/contacts/c1",
                call -> "{\"id\":\"c1\",\"firstName\":\"Ada\",\"lastName\":\"Berg\",\"email\":\"ada@example.com\"}");
    }

    @Test
    void shouldSayHowToSendTheFirstEvent() {
        // given
        ENGINE.answer(EVENTS, call -> page(0, 0, null));

        // when
        navigate(EventsView.class);

        // then
        eventually(() -> assertThat(find(EmptyState.class).all()).hasSize(1));
        assertThat(words(find(EmptyState.class).single()))
                .contains("No event yet", "curl", ENGINE.url() + "/api/v1/event");
        assertThat(find(Copy.class).all()).hasSize(1);
    }

    @Test
    void shouldShowWhatCameInWhatBecameOfItAndWhomItWasAbout() {
        // given
        ENGINE.answer(EVENTS, call -> page(1, 2, null));

        // when
        var view = navigate(EventsView.class);

        // then
        eventually(() -> assertThat(words(view)).contains("Ada Berg, ada@example.com", "No contact"));
        assertThat(words(view)).contains("ticketBought", "T-1", "Started Welcome", "Welcome");
    }

    @Test
    void shouldCallAnEventByTheNameOfItsTypeAndShowTheKeyBesideIt() {
        // given
        ENGINE.answer(
                EVENTS,
                call -> page(1, 1, null)
                        .replace(
                                "\"eventTypeKey\":\"ticketBought\"",
                                "\"eventTypeKey\":\"ticketBought\",\"eventTypeName\":\"Ticket bought at the door\""));

        // when
        var view = navigate(EventsView.class);

        // then
        eventually(() -> assertThat(words(view)).contains("Ticket bought at the door", "ticketBought"));
    }

    @Test
    void shouldShowTheEnginesSentenceAsItComesAndTheTimeOfALateEventByThePersonsClock() {
        // given
        ENGINE.answer(
                EVENTS,
                call -> page(2, 2, null)
                        .replace("Started Welcome", "Not started Welcome: it started on 2 Mar 2025, 10:00.")
                        .replace("2026-11-24T10:00:00Z", "2025-03-02T10:00:00Z"));

        // when
        var view = navigate(EventsView.class);

        // then
        eventually(() ->
                assertThat(words(view)).contains("it started on 2 Mar 2025, 10:00.", "happened 2 Mar 2025, 10:00"));
    }

    @Test
    void shouldFetchTheNextPage() {
        // given
        ENGINE.answer(EVENTS, call -> {
            var next = call.query().contains("cursor=more") ? page(51, 60, null) : page(1, 50, "more");
            return call.query().contains("since=") ? page(0, 0, null) : next;
        });
        navigate(EventsView.class);
        eventually(() -> assertThat(rows().size()).isEqualTo(50));

        // when
        rows().more();

        // then
        eventually(() -> assertThat(rows().size()).isEqualTo(60));
    }

    @Test
    void shouldShowNewEventsByItself() {
        // given
        ENGINE.answer(EVENTS, call -> call.query().contains("since=s1") ? page(2, 3, null) : page(1, 2, null));

        // when
        navigate(EventsView.class);

        // then
        eventually(() -> assertThat(words(rows())).contains("T-3"));
        assertThat(rows().size()).isEqualTo(3);
        assertThat(words(rows()).indexOf("T-3")).isLessThan(words(rows()).indexOf("T-1"));
    }

    @Test
    void shouldNarrowTheListAndSayWhenNothingMatches() {
        // given
        ENGINE.answer(EVENTS, call -> call.query().contains("keyStartsWith=t-9") ? page(0, 0, null) : page(1, 2, null));
        navigate(EventsView.class);
        eventually(() -> assertThat(rows().size()).isEqualTo(2));

        // when
        test(find(TextField.class).withId("filter-contact").single()).setValue("ada@ex");
        test(find(TextField.class).withId("filter-key").single()).setValue("t-9");

        // then
        eventually(() -> assertThat(find(EmptyState.class).all())
                .singleElement()
                .satisfies(said -> assertThat(words(said)).contains("Nothing found")));
        assertThat(ENGINE.calls("GET", "/api/v1/events"))
                .anyMatch(call -> call.query().contains("keyStartsWith=t-9")
                        && call.query().contains("contactStartsWith=ada@ex"));
    }

    @Test
    void shouldShowInTheFieldsWhatTheAddressSays() {
        // given
        ENGINE.answer(EVENTS, call -> page(1, 2, null));

        // when
        open("type=ticketBought&time=P7D");

        // then
        eventually(() -> assertThat(rows().size()).isEqualTo(2));
        assertThat(ENGINE.calls("GET", "/api/v1/events"))
                .anyMatch(call -> call.query().contains("type=ticketBought")
                        && call.query().contains("from="));
        eventually(() -> assertThat(
                        find(ComboBox.class).withId("filter-type").single().getValue())
                .hasToString("Choice[value=ticketBought, label=Ticket bought]"));
    }

    @Test
    void shouldOpenOneEventWithItsParamsItsDecisionsAndTheirJourneys() {
        // given
        ENGINE.answer(EVENTS, call -> page(1, 2, null));
        ENGINE.answer("GET /api/v1/events/e2", call -> """
                {"id":"e2","eventTypeKey":"ticketBought","keyValue":"T-2","contactId":"c1",
                 "occurredAt":"2026-11-24T10:00:00Z","acceptedAt":"2026-11-24T10:00:01Z","history":false,
                 "source":"API, Till 4","due":false,"parked":false,"summary":"Started Welcome","linked":["Welcome"],
                 "params":{"seats":["A1","A2"],"show":{"name":"The Magic Flute"},"vip":null},"conflicts":[],
                 "parkedReason":null,"decisions":[{"workflowId":"w1","workflowName":"Welcome","link":"start",
                 "outcome":"started","reason":{"code":"started","text":"A journey began"},"journeyIds":["j7"]}]}
                """);

        // when
        open("event=e2");

        // then
        var panel = find(EventPanel.class).single();
        eventually(() -> assertThat(words(panel)).contains("The Magic Flute"));
        assertThat(words(panel)).contains("seats", "A1", "A2", "null", "A journey began", "Ada Berg", "Till 4");
        assertThat(find(RouterLink.class, panel).all().stream()
                        .map(RouterLink::getHref)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("contact/c1", "workflow/w1", "journey/j7");
        assertThat(find(Anchor.class, panel).all()).isEmpty();
    }

    @Test
    void shouldTakeAllFiltersAwayWhereNothingIsFound() {
        // given
        ENGINE.answer(EVENTS, call -> call.query().contains("keyStartsWith=T-9") ? page(0, 0, null) : page(1, 2, null));
        open("key=T-9");
        eventually(() ->
                assertThat(find(Button.class).withId("clear-filters").all()).hasSize(1));

        // when
        test(find(Button.class).withId("clear-filters").single()).click();

        // then
        eventually(() -> assertThat(rows().size()).isEqualTo(2));
        assertThat(find(TextField.class).withId("filter-key").single().getValue())
                .isEmpty();
    }

    @Test
    void shouldNotTakeASpaceAwayThatIsBeingTyped() {
        // given
        ENGINE.answer(EVENTS, call -> page(1, 2, null));
        navigate(EventsView.class);

        // when
        test(find(TextField.class).withId("filter-contact").single()).setValue("anna ");

        // then
        eventually(() -> assertThat(ENGINE.calls("GET", "/api/v1/events"))
                .anyMatch(call -> call.query().contains("contactStartsWith=anna")));
        assertThat(find(TextField.class).withId("filter-contact").single().getValue())
                .isEqualTo("anna ");
    }

    @Test
    void shouldShowWhatWasReceivedBetweenTwoMoments() {
        // given
        ENGINE.answer(EVENTS, call -> page(1, 2, null));

        // when
        open("time=between&from=2026-11-24T09:00:00Z&to=2026-11-24T10:30:00Z");

        // then
        eventually(() -> assertThat(ENGINE.calls("GET", "/api/v1/events"))
                .anyMatch(call -> call.query().contains("from=2026-11-24T09:00:00Z")
                        && call.query().contains("to=2026-11-24T10:30:00Z")));
        var to = find(DateTimePicker.class).withId("filter-to").single();
        assertThat(to.getValue()).isEqualTo(LocalDateTime.of(2026, 11, 24, 10, 30));

        // when
        test(to).setValue(LocalDateTime.of(2026, 11, 24, 9, 45));

        // then
        eventually(() -> assertThat(ENGINE.calls("GET", "/api/v1/events"))
                .anyMatch(call -> call.query().contains("to=2026-11-24T09:45:00Z")));

        // when
        int before = ENGINE.calls("GET", "/api/v1/events").size();
        test(to).setValue(LocalDateTime.of(2026, 11, 24, 8, 0));

        // then: nothing ends before it begins
        assertThat(to.isInvalid()).isTrue();
        assertThat(ENGINE.calls("GET", "/api/v1/events")
                        .subList(before, ENGINE.calls("GET", "/api/v1/events").size()))
                .noneMatch(call -> call.query().contains("to=2026-11-24T08:00:00Z"));
    }

    @Test
    void shouldBeginWithTodayWhenSomebodyAsksForTwoMoments() {
        // given
        ENGINE.answer(EVENTS, call -> page(1, 2, null));
        navigate(EventsView.class);
        assertThat(find(DateTimePicker.class).all()).isEmpty();

        // when
        test(find(ComboBox.class).withId("filter-time").single()).selectItem("Between two times");

        // then
        eventually(
                () -> assertThat(ENGINE.calls("GET", "/api/v1/events").getLast().query())
                        .contains("from=", "to="));
        assertThat(find(DateTimePicker.class).withId("filter-from").single().getValue())
                .isEqualTo(LocalDate.now(ZoneOffset.UTC).atStartOfDay());
    }

    @Test
    void shouldKeepTheRowsWhereTheyAreWhileOneIsOpen() {
        // given
        ENGINE.answer(EVENTS, call -> call.query().contains("since=s1") ? page(2, 3, null) : page(1, 2, null));
        ENGINE.answer("GET /api/v1/events/e2", call -> EVENT.formatted("started", "nothing-to-stop"));

        // when
        open("event=e2");

        // then
        eventually(() -> assertThat(words(rows())).contains("Show 1 new"));
        assertThat(words(rows())).doesNotContain("T-3");

        // when
        test(find(Button.class, find(EventPanel.class).single()).single()).click();

        // then
        eventually(() -> assertThat(words(rows())).contains("T-3"));
    }

    @Test
    void shouldKeepKeyAndContactInSightAndLeadToThem() {
        // given
        ENGINE.answer(EVENTS, call -> page(1, 2, null));
        ENGINE.answer("GET /api/v1/events/e2", call -> EVENT.formatted("started", "stopped"));

        // when
        open("event=e2");

        // then
        var head = new AtomicReference<Component>();
        eventually(
                () -> head.set(find(Header.class).withClassName("us-panel-head").single()));
        assertThat(words(head.get())).contains("Order initialized", "Key 1001", "Ada Berg");
        assertThat(find(RouterLink.class, head.get()).all().stream().map(RouterLink::getHref))
                .containsExactly("order?id=1001", "contact/c1");
    }

    private static final String EVENT = """
            {"id":"e2","eventTypeKey":"orderINITIALIZED","eventTypeName":"Order initialized","keyValue":"1001",
             "contactId":"c1","contactLabel":"Ada Berg","occurredAt":"2026-11-24T10:00:00Z",
             "acceptedAt":"2026-11-24T10:00:01Z","history":false,"source":"API","due":false,"parked":false,
             "summary":"Started Welcome","linked":["Welcome"],"params":{},"conflicts":[],"parkedReason":null,
             "decisions":[{"workflowId":"w1","workflowName":"Welcome","link":"start","outcome":"%s",
             "reason":{"code":"started","text":"A journey began"},"journeyIds":[]},
             {"workflowId":"w2","workflowName":"Cart","link":"stop","outcome":"%s",
             "reason":{"code":"x","text":"The contact was not in it"},"journeyIds":[]}]}
            """;

    @Test
    void shouldShowWhatTheSenderWasWarnedOfWhateverIsInTheEventsId() {
        // given
        ENGINE.answer(EVENTS, call -> page(1, 2, null));
        ENGINE.answer("GET /api/v1/events/2026/50% a", call -> """
                {"id":"2026/50% a","eventTypeKey":"ticketBought","occurredAt":"2026-11-24T10:00:00Z",
                 "acceptedAt":"2026-11-24T10:00:01Z","history":false,"source":"API","due":false,"parked":false,
                 "summary":"No contact","linked":[],"params":{},"conflicts":[],
                 "warnings":["EmailAddress is not an e-mail address and was not used"],"decisions":[]}
                """);

        // when
        UI.getCurrent().navigate(EventsView.class, QueryParameters.of("event", "2026/50% a"));

        // then
        var panel = find(EventPanel.class).single();
        eventually(() -> assertThat(words(panel))
                .contains("Warnings", "EmailAddress is not an e-mail address and was not used"));
    }

    @Test
    void shouldShowTheNamesThatCameWithTheRowsAtOnce() {
        // given
        ENGINE.answer(
                EVENTS,
                call -> page(2, 2, null)
                        .replace("\"contactId\":\"c1\"", "\"contactId\":\"c7\",\"contactLabel\":\"Grace Berg\""));

        // when
        var view = navigate(EventsView.class);

        // then: nobody had to be asked for
        eventually(() -> assertThat(words(view)).contains("Grace Berg"));
        assertThat(ENGINE.calls("GET", "/api/v1/contacts/c7")).isEmpty();
    }

    @Test
    void shouldSayInPlaceThatTheListCouldNotBeRead() {
        // given
        ENGINE.refuse(EVENTS, 422, "type is too long");

        // when
        navigate(EventsView.class);

        // then
        eventually(() -> assertThat(find(Notice.class).all().stream().map(notice -> words(notice)))
                .anyMatch(said -> said.contains("type is too long")));
    }

    @Test
    void shouldGoBackToTheSignInWhenTheEngineKnowsTheSessionNoMore() {
        // given
        ENGINE.forgetSessions();

        // when
        open("key=T-1");

        // then
        eventually(() -> assertThat(
                        httpSession().getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY))
                .isNull());
    }

    private static void open(String query) {
        UI.getCurrent().navigate(EventsView.class, QueryParameters.fromString(query));
    }

    private Rows<?> rows() {
        return find(Rows.class).single();
    }

    /** Events from to to; even ones are about a contact. Newest first. */
    private static String page(int from, int to, String next) {
        var items = from == 0
                ? ""
                : IntStream.rangeClosed(from, to)
                        .map(i -> to + from - i)
                        .mapToObj(i -> """
                                {"id":"e%1$d","eventTypeKey":"ticketBought","keyValue":"T-%1$d","contactId":%2$s,
                                 "occurredAt":"2026-11-24T10:00:00Z","acceptedAt":"2026-11-24T10:00:01Z","history":false,
                                 "source":"API, Till 4","due":false,"parked":false,"summary":"Started Welcome",
                                 "linked":["Welcome"]}
                                """.formatted(i, i % 2 == 0 ? "\"c1\"" : "null"))
                        .collect(Collectors.joining(","));
        return "{\"items\":[" + items + "],\"next\":" + (next == null ? "null" : "\"" + next + "\"")
                + ",\"since\":\"s1\"}";
    }
}
