package io.usher.designer.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.usher.designer.DesignerTest;
import io.usher.designer.engine.SessionToken;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithAnonymousUser;

@WithAnonymousUser
class SignInViewTest extends DesignerTest {

    @Test
    void shouldAskForNameAndPassword() {
        // when
        var view = open();

        // then
        assertThat(find(H1.class).single().getText()).isEqualTo("Sign in");
        assertThat(words(view)).doesNotContain("wrong");
    }

    @Test
    void shouldSayOnceThatThePasswordIsWrong() {
        // given
        httpSession().setAttribute(SignInNotice.ATTRIBUTE, new SignInNotice.WrongPassword("anna"));

        // when
        var first = open();

        // then
        assertThat(words(first)).contains("Wrong user name or password.");
        assertThat(find(TextField.class).single().getValue()).isEqualTo("anna");
        assertThat(httpSession().getAttribute(SignInNotice.ATTRIBUTE)).isNull();
    }

    @Test
    void shouldSayHowLongToWait() {
        // given
        httpSession()
                .setAttribute(SignInNotice.ATTRIBUTE, new SignInNotice.TooManyTries("anna", Duration.ofSeconds(17)));

        // then
        assertThat(words(open())).contains("Wait 17 seconds");
    }

    @Test
    void shouldSayThatTheEngineIsAwayAndNoticeByItselfWhenItIsBack() {
        // given
        var view = open();

        // when
        ENGINE.goAway();
        try {
            eventually(() -> assertThat(words(view)).contains("does not answer"));
        } finally {
            ENGINE.comeBack();
        }

        // then
        eventually(() -> assertThat(words(view)).doesNotContain("does not answer"));
    }

    @Test
    void shouldAskForANewPasswordAndSignInWithIt() {
        // given
        mustChange("admin");
        var view = open();
        assertThat(words(view)).contains("Choose your password");

        // when
        type("much better one", "much better one");

        // then
        eventually(() ->
                assertThat(httpSession().getAttribute(SignInNotice.ATTRIBUTE)).isNull());
        assertThat(ENGINE.calls("PUT", "/api/v1/me/password").getLast().body())
                .containsEntry("current", "given password")
                .containsEntry("new", "much better one");
    }

    @Test
    void shouldShowWhyTheEngineRefusesANewPasswordAndAskAgain() {
        // given
        mustChange("admin2");
        open();

        // when
        type("short", "short");

        // then
        eventually(() -> assertThat(fresh().getErrorMessage()).isEqualTo("A password has at least 10 characters."));
        assertThat(find(NativeButton.class).single().isEnabled()).isTrue();
        assertThat(httpSession().getAttribute(SignInNotice.ATTRIBUTE)).isNotNull();
    }

    @Test
    void shouldNotAskTheEngineWhenTheTwoNewPasswordsDiffer() {
        // given
        mustChange("admin3");
        open();
        var asked = ENGINE.calls("PUT", "/api/v1/me/password").size();

        // when
        type("much better one", "another one");

        // then
        assertThat(again().getErrorMessage()).isEqualTo("The passwords do not match.");
        assertThat(ENGINE.calls("PUT", "/api/v1/me/password")).hasSize(asked);
    }

    /** The page anew: without anybody signed in, the test's browser stands on it already. */
    private SignInView open() {
        UI.getCurrent().refreshCurrentRoute(true);
        return (SignInView) getCurrentView();
    }

    private void mustChange(String user) {
        ENGINE.add(user, "given password", true);
        httpSession()
                .setAttribute(
                        SignInNotice.ATTRIBUTE,
                        new SignInNotice.NewPasswordNeeded(
                                user, new SessionToken(ENGINE.openSession(user)), "given password"));
    }

    private void type(String password, String repeated) {
        test(fresh()).setValue(password);
        test(again()).setValue(repeated);
        test(find(NativeButton.class).single()).click();
    }

    private PasswordField fresh() {
        return find(PasswordField.class).withId("new-password").single();
    }

    private PasswordField again() {
        return find(PasswordField.class).withId("again").single();
    }
}
