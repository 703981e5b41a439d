package io.usher.designer.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.server.auth.NavigationAccessControl;
import io.usher.designer.DesignerTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

@WithAnonymousUser
class StatusViewTest extends DesignerTest {

    @Test
    void shouldSayWhatIsRunningWhereAndWhoIsSignedIn() {
        // given
        signIn("anna");

        // when
        var view = navigate(StatusView.class);

        // then
        eventually(() -> assertThat(headline()).isEqualTo("Everything is running"));
        eventually(() -> assertThat(words(view))
                .contains("7.7.7", ENGINE.url().toString(), "127.0.0.1:27017", "Gateway version", "8.5.8")
                .contains("anna", "Opera House"));
        assertThat(find(Anchor.class).withId("status-swagger").single().getHref())
                .isEqualTo(ENGINE.url() + "/swagger-ui.html");
    }

    @Test
    void shouldSayThatMailIsHeldAndWhatToSet() {
        // given
        signIn("anna");
        ENGINE.answer("GET /api/v1/channels", call -> NO_MAIL);

        // when
        var view = navigate(StatusView.class);

        // then
        eventually(() -> assertThat(words(view))
                .contains("Mail server", "None", "Held", "Marketing is held", "USHER_SMTP_URL=", "USHER_MAIL_FROM="));
    }

    @Test
    void shouldSayThatMailGoesOut() {
        // given
        signIn("anna");
        ENGINE.answer(
                "GET /api/v1/channels",
                call -> "{\"items\":[{\"channel\":\"email\",\"server\":true,\"catcher\":true,"
                        + "\"sender\":\"Opera <o@usher.se>\",\"transactional\":[],\"marketing\":[]}]}");

        // when
        var view = navigate(StatusView.class);

        // then
        eventually(() -> assertThat(words(view)).contains("Mail catcher", "Opera <o@usher.se>", "Sent"));
        assertThat(words(view)).doesNotContain("USHER_");
    }

    @Test
    void shouldNameWhatTheEngineWaitsFor() {
        // given
        signIn("anna");
        navigate(StatusView.class);

        // when
        ENGINE.storeIs("DOWN");

        // then
        eventually(() -> assertThat(headline()).isEqualTo("The engine is waiting for the database"));
        assertThat(part("store").stateText()).isEqualTo("Does not answer");
        assertThat(part("broker").stateText()).isEqualTo("Running");
    }

    @Test
    void shouldSayThatTheEngineIsAwayAndGoOnByItselfWhenItIsBack() {
        // given
        signIn("anna");
        navigate(StatusView.class);
        eventually(() -> assertThat(headline()).isEqualTo("Everything is running"));

        // when
        ENGINE.goAway();
        try {
            eventually(() -> assertThat(headline()).isEqualTo("The engine does not answer"));
            assertThat(part("broker").stateText()).isEqualTo("Unknown");
        } finally {
            ENGINE.comeBack();
        }

        // then
        eventually(() -> assertThat(headline()).isEqualTo("Everything is running"));
    }

    @Test
    void shouldGoBackToTheSignInAndRememberThePlaceWhenTheEngineKnowsTheSessionNoMore() {
        // given
        signIn("anna");
        ENGINE.forgetSessions();

        // when
        navigate("status", StatusView.class);

        // then
        eventually(StatusViewTest::shouldBeSignedOutHere);
    }

    @Test
    void shouldNoticeWhileItIsOpenThatTheSessionHasEnded() {
        // given: it has asked who is signed in, and was told
        signIn("anna");
        var before = ENGINE.calls("GET", "/api/v1/me").size();
        navigate("status", StatusView.class);
        eventually(() -> assertThat(ENGINE.calls("GET", "/api/v1/me")).hasSizeGreaterThan(before));
        eventually(() -> assertThat(headline()).isEqualTo("Everything is running"));

        // when
        ENGINE.forgetSessions();

        // then
        eventually(StatusViewTest::shouldBeSignedOutHere);
    }

    @Test
    void shouldKeepThePageFreeWhileTheEngineTakesItsTime() {
        // given
        signIn("anna");
        var gate = ENGINE.hold();

        // when
        var view = navigate(StatusView.class);

        // then: the page is there, with what is known, although no call has come back
        assertThat(words(view)).contains("anna");
        gate.countDown();
        eventually(() -> assertThat(headline()).isEqualTo("Everything is running"));
    }

    @Test
    void shouldPutDetailsInWords() {
        assertThat(Map.of("gatewayVersion", "x").keySet())
                .extracting(PartFacts::inWords)
                .containsExactly("Gateway version");
        assertThat(PartFacts.inWords("free.space_left")).isEqualTo("Free space left");
    }

    private static void shouldBeSignedOutHere() {
        assertThat(httpSession().getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY))
                .isNull();
        assertThat(httpSession().getAttribute(NavigationAccessControl.SESSION_STORED_REDIRECT_ABSOLUTE))
                .isEqualTo("/status");
    }

    private String headline() {
        return find(H2.class).single().getText();
    }

    private PartCard part(String id) {
        return find(PartCard.class).withId(id).single();
    }
}
