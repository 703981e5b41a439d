package io.usher.designer.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import io.usher.designer.DesignerTest;
import io.usher.designer.list.EmptyState;
import io.usher.designer.list.Notice;
import io.usher.designer.list.Rows;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

@WithAnonymousUser
class MessagesTest extends DesignerTest {

    private static final String LIST = "GET /api/v1/messages";
    private static final String ONE = "GET /api/v1/messages/m1";

    @BeforeEach
    void annaIsSignedIn() {
        signIn("anna");
        ENGINE.answer("GET /api/v1/workflows", call -> "{\"items\":[{\"id\":\"w1\",\"name\":\"Welcome\"}]}");
    }

    @Test
    void shouldSayWhenAMessageIsWritten() {
        // given
        ENGINE.answer(LIST, call -> "{\"items\":[],\"next\":null}");

        // when
        navigate(MessagesView.class);

        // then
        eventually(() -> assertThat(find(EmptyState.class).all())
                .singleElement()
                .satisfies(said -> assertThat(words(said)).contains("No message yet")));
    }

    @Test
    void shouldSayAboveTheListThatNoMailGoesOut() {
        // given
        ENGINE.answer(LIST, call -> "{\"items\":[],\"next\":null}");
        ENGINE.answer("GET /api/v1/channels", call -> NO_MAIL);

        // when
        var view = navigate(MessagesView.class);

        // then
        assertThat(find(H1.class).single().getText()).isEqualTo("Messages");
        eventually(() -> assertThat(words(view)).contains("No mail server is set up", "How to fix it"));
    }

    @Test
    void shouldShowWhatWentToWhomAndWhyNotAndFetchTheNextPage() {
        // given
        ENGINE.answer(
                LIST,
                call -> call.query().contains("cursor=n")
                        ? "{\"items\":[" + message("m2", "handed-over") + "],\"next\":null}"
                        : "{\"items\":[" + message("m1", "held") + "],\"next\":\"n\"}");
        var view = navigate(MessagesView.class);
        eventually(() -> assertThat(words(view))
                .contains("Held", "ada@example.com", "Your order", "No mail server is configured", "Welcome"));

        // when
        find(Rows.class).single().more();

        // then
        eventually(() -> assertThat(words(view)).contains("Held", "Sent"));
    }

    @Test
    void shouldNarrowTheListByTheAddress() {
        // given
        ENGINE.answer(LIST, call -> "{\"items\":[],\"next\":null}");

        // when
        UI.getCurrent().navigate(MessagesView.class, QueryParameters.fromString("state=held&workflow=w1"));

        // then
        eventually(() -> assertThat(ENGINE.calls("GET", "/api/v1/messages"))
                .anyMatch(call ->
                        call.query().contains("state=held") && call.query().contains("workflow=w1")));
    }

    @Test
    void shouldShowExactlyWhatIsSentShutIn() {
        // given
        ENGINE.answer(ONE, call -> message("m1", "held"));

        // when
        var view = UI.getCurrent().navigate(MessageView.class, "m1").orElseThrow();

        // then
        eventually(() -> assertThat(words(view)).contains("What is sent", "Hello in plain text", "Transactional"));
        var frame = find(IFrame.class).single();
        assertThat(frame.getElement().getAttribute("sandbox")).isEmpty();
        assertThat(frame.getSrcdoc().orElseThrow())
                .contains("default-src 'none'; style-src 'unsafe-inline'; img-src data:\">")
                .endsWith("<p>Hello</p><img src='https://example.com/a.png'>");
        test(find(Button.class).withId("pictures").single()).click();
        assertThat(find(IFrame.class).single().getSrcdoc().orElseThrow()).contains("img-src data: https:\">");
    }

    @Test
    void shouldLeadFromEachNameToWhatItNames() {
        // given
        ENGINE.answer(ONE, call -> message("m1", "held"));
        ENGINE.answer(LIST, call -> "{\"items\":[" + message("m1", "held") + "],\"next\":null}");

        // when
        var view = UI.getCurrent().navigate(MessageView.class, "m1").orElseThrow();

        // then
        eventually(() -> assertThat(find(RouterLink.class, view).all().stream()
                        .collect(Collectors.toMap(RouterLink::getText, RouterLink::getHref, (one, other) -> one)))
                .containsEntry("Welcome", "workflow/w1")
                .containsEntry("See journey", "journey/j1")
                .containsEntry("ada@example.com", "contact/c1"));

        // when
        navigate(MessagesView.class);

        // then
        eventually(() -> assertThat(find(RouterLink.class, find(Rows.class).single()).all().stream()
                        .map(RouterLink::getHref))
                .containsExactly("contact/c1", "message/m1", "workflow/w1"));
    }

    @Test
    void shouldSendAHeldMessageWhenThePersonSaidYes() {
        // given
        ENGINE.answer(ONE, call -> message("m1", "held"));
        ENGINE.answer("POST /api/v1/messages/m1/send", call -> message("m1", "waiting"));
        var view = UI.getCurrent().navigate(MessageView.class, "m1").orElseThrow();
        eventually(() -> assertThat(find(Button.class).withId("send").all()).hasSize(1));

        // when
        test(find(Button.class).withId("send").single()).click();
        test(find(ConfirmDialog.class).single()).confirm();

        // then
        eventually(() -> assertThat(words(view)).contains("Waiting"));
        assertThat(ENGINE.calls("POST", "/api/v1/messages/m1/send").getLast().body())
                .isEqualTo(Map.of("mayArriveTwice", false));
    }

    @Test
    void shouldWarnBeforeAMessageMayArriveTwice() {
        // given
        ENGINE.answer(ONE, call -> message("m1", "uncertain"));
        ENGINE.answer("POST /api/v1/messages/m1/send", call -> message("m1", "waiting"));
        var view = UI.getCurrent().navigate(MessageView.class, "m1").orElseThrow();
        eventually(() -> assertThat(find(Button.class).withId("send").all()).hasSize(1));

        // when
        test(find(Button.class).withId("send").single()).click();
        var dialog = find(ConfirmDialog.class).single();
        assertThat(dialog.getElement().getProperty("header")).contains("arrives twice");
        test(dialog).confirm();

        // then
        eventually(() -> assertThat(words(view)).contains("Waiting"));
        assertThat(ENGINE.calls("POST", "/api/v1/messages/m1/send").getLast().body())
                .isEqualTo(Map.of("mayArriveTwice", true));
    }

    @Test
    void shouldSayInPlaceThatItCouldNotBeSentAndKeepTheMessage() {
        // given
        ENGINE.answer(ONE, call -> message("m1", "held"));
        ENGINE.refuse("POST /api/v1/messages/m1/send", 409, "It is being handed over already");
        var view = UI.getCurrent().navigate(MessageView.class, "m1").orElseThrow();
        eventually(() -> assertThat(find(Button.class).withId("send").all()).hasSize(1));

        // when
        test(find(Button.class).withId("send").single()).click();
        test(find(ConfirmDialog.class).single()).confirm();

        // then
        eventually(() -> assertThat(find(Notice.class).all())
                .anySatisfy(said -> assertThat(words(said)).contains("It is being handed over already")));
        assertThat(words(view)).contains("Hello in plain text");
    }

    @Test
    void shouldGoBackToTheSignInWhenTheEngineKnowsTheSessionNoMore() {
        // given
        ENGINE.forgetSessions();

        // when
        navigate(MessagesView.class);

        // then
        eventually(() -> assertThat(
                        httpSession().getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY))
                .isNull());
    }

    private static String message(String id, String state) {
        return """
                {"id":"%s","state":"%s","reason":{"code":"no-mail-server","text":"No mail server is configured"},
                 "since":"2026-11-24T10:00:00Z","channel":"email","kind":"transactional","to":"ada@example.com",
                 "from":null,"fromName":null,"subject":"Your order",
                 "html":"<p>Hello</p><img src='https://example.com/a.png'>","text":"Hello in plain text",
                 "createdAt":"2026-11-24T10:00:00Z","attempts":0,"contactId":"c1","journeyId":"j1","workflowId":"w1",
                 "workflowName":"Welcome","version":3,"block":"Confirmation","pass":1,
                 "history":[{"at":"2026-11-24T10:00:00Z","state":"held",
                 "reason":{"code":"no-mail-server","text":"No mail server is configured"}}]}
                """.formatted(id, state);
    }
}
