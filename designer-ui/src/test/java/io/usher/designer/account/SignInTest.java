package io.usher.designer.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.unauthenticated;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.vaadin.flow.server.auth.NavigationAccessControl;
import io.usher.designer.DesignerTest;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The way from the posted form to the engine and back, through the real filters. */
class SignInTest extends DesignerTest {

    @Autowired
    private WebApplicationContext application;

    private final MockHttpSession session = new MockHttpSession();
    private MockMvc http;

    @BeforeEach
    void filters() {
        http = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
    }

    @Test
    void shouldSignInWithTheRightPassword() throws Exception {
        post("anna", "her password")
                .andExpect(authenticated().withAuthentication(SignInTest::holdsTheTokenUnseen))
                .andExpect(redirectedUrl("/"));
    }

    @Test
    void shouldGiveANewSessionIdWithTheSignIn() throws Exception {
        // given
        var before = session.getId();

        // when
        post("anna", "her password");

        // then
        assertThat(session.getId()).isNotEqualTo(before);
    }

    @Test
    void shouldLetTheBrowserKeepItsDeviceWhereOnlyTheSignInSeesIt() throws Exception {
        var cookie = post("anna", "her password").andReturn().getResponse().getHeader("Set-Cookie");

        assertThat(cookie)
                .startsWith("usher-device=device-of-anna;")
                .contains("Path=/session;", "Max-Age=15552000;", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Secure");
    }

    @Test
    void shouldKeepTheDeviceToTlsBehindTls() throws Exception {
        var cookie = http.perform(form("anna", "her password").secure(true))
                .andReturn()
                .getResponse()
                .getHeader("Set-Cookie");

        assertThat(cookie).startsWith("usher-device=").contains("Secure");
    }

    @Test
    void shouldGiveNoDeviceToWhoDidNotGetIn() throws Exception {
        assertThat(post("anna", "wrong").andReturn().getResponse().getHeader("Set-Cookie"))
                .isNull();
    }

    @Test
    void shouldTellTheEngineWhereTheBrowserIsAndWhichDeviceItHas() throws Exception {
        // when
        http.perform(form("anna", "her password")
                .cookie(new Cookie("usher-device", "known-before"))
                .with(at("192.0.2.5")));

        // then
        var call = ENGINE.calls("POST", "/api/v1/sessions").getLast();
        assertThat(call.designerKey()).isEqualTo(DESIGNER_KEY);
        assertThat(call.body()).containsEntry("client", Map.of("address", "192.0.2.5", "device", "known-before"));
    }

    @Test
    void shouldLetInWhoseAddressAProxyWritesInItsOwnWay() throws Exception {
        http.perform(form("anna", "her password").with(at("192.0.2.5:4711"))).andExpect(authenticated());

        assertThat(ENGINE.calls("POST", "/api/v1/sessions").getLast().text()).contains("\"address\":null");
    }

    @Test
    void shouldSayThatThePasswordIsWrongAndKeepTheName() throws Exception {
        post("anna", "wrong").andExpect(unauthenticated()).andExpect(redirectedUrl("/sign-in"));

        assertThat(notice()).isEqualTo(new SignInNotice.WrongPassword("anna"));
    }

    @Test
    void shouldSayHowLongToWaitAfterTooManyTries() throws Exception {
        // given
        ENGINE.delay("impatient");

        // when
        post("impatient", "any").andExpect(unauthenticated()).andExpect(redirectedUrl("/sign-in"));

        // then
        assertThat(notice()).isEqualTo(new SignInNotice.TooManyTries("impatient", Duration.ofSeconds(17)));
    }

    @Test
    void shouldSignNobodyInWhilePasswordMustBeChanged() throws Exception {
        // given
        ENGINE.add("admin", "given password", true);

        // when
        post("admin", "given password").andExpect(unauthenticated()).andExpect(redirectedUrl("/sign-in"));

        // then
        assertThat(notice()).isInstanceOfSatisfying(SignInNotice.NewPasswordNeeded.class, needed -> {
            assertThat(needed.user()).isEqualTo("admin");
            assertThat(needed.toString())
                    .doesNotContain("given password")
                    .doesNotContain(needed.token().value());
        });
    }

    @Test
    void shouldSayThatTheEngineIsAway() throws Exception {
        // given
        ENGINE.goAway();

        // when
        try {
            post("anna", "her password").andExpect(unauthenticated()).andExpect(redirectedUrl("/sign-in"));
        } finally {
            ENGINE.comeBack();
        }

        // then
        assertThat(notice()).isEqualTo(new SignInNotice.EngineAway("anna"));
    }

    @Test
    void shouldGoWhereThePersonWas() throws Exception {
        // given
        session.setAttribute(NavigationAccessControl.SESSION_STORED_REDIRECT_ABSOLUTE, "/status?tab=2");

        // then
        post("anna", "her password").andExpect(redirectedUrl("/status?tab=2"));
    }

    @Test
    void shouldRefuseAFormThatIsNotOurs() throws Exception {
        // when
        http.perform(MockMvcRequestBuilders.post("/session")
                        .session(session)
                        .param("username", "anna")
                        .param("password", "her password"))
                .andExpect(unauthenticated())
                .andExpect(redirectedUrl("/sign-in"));

        // then
        assertThat(notice()).isEqualTo(new SignInNotice.SessionEnded());
    }

    @Test
    void shouldLeaveNothingOpenButHealth() throws Exception {
        http.perform(get("/actuator/health")).andExpect(status().isOk());
        http.perform(get("/status")).andExpect(redirectedUrl("/sign-in"));
        http.perform(get("/actuator/env")).andExpect(redirectedUrl("/sign-in"));
    }

    private ResultActions post(String user, String password) throws Exception {
        return http.perform(form(user, password));
    }

    private MockHttpServletRequestBuilder form(String user, String password) {
        return MockMvcRequestBuilders.post("/session")
                .session(session)
                .with(csrf())
                .param("username", user)
                .param("password", password);
    }

    private static RequestPostProcessor at(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    private Object notice() {
        return session.getAttribute(SignInNotice.ATTRIBUTE);
    }

    private static void holdsTheTokenUnseen(Authentication authentication) {
        var signedIn = (SignedIn) authentication.getPrincipal();
        assertThat(signedIn.getName()).isEqualTo("anna");
        assertThat(authentication.getCredentials()).isNull();
        assertThat(authentication.toString())
                .doesNotContain(signedIn.token().value())
                .doesNotContain("device-of-anna")
                .doesNotContain("her password");
    }
}
