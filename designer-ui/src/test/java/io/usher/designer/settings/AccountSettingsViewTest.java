package io.usher.designer.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import io.usher.designer.DesignerTest;
import io.usher.designer.FakeEngine.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithAnonymousUser;

@WithAnonymousUser
class AccountSettingsViewTest extends DesignerTest {

    @Test
    void shouldSayWhoOneIsAndChangeWhatWasTyped() {
        // given
        signIn("anna");
        ENGINE.reply(
                "PATCH /api/v1/me",
                call -> new Answer(
                        200,
                        "application/json",
                        "{\"name\":\"anna\",\"fullName\":null,\"email\":\"anna@opera.example\"}",
                        "profile-2"));
        var view = navigate(AccountSettingsView.class);
        eventually(() -> assertThat(
                        find(EmailField.class).withId("account-email").single().isVisible())
                .isTrue());
        assertThat(find(TextField.class).all())
                .anyMatch(field -> field.getValue().equals("anna") && field.isReadOnly());

        // when
        eventually(() ->
                test(find(EmailField.class).withId("account-email").single()).setValue("anna.ö@opera.example"));
        assertThat(find(EmailField.class).withId("account-email").single().isInvalid())
                .isFalse();
        test(find(Button.class).withId("save").single()).click();

        // then
        eventually(() -> assertThat(words(view)).contains("Saved"));
        assertThat(ENGINE.calls("PATCH", "/api/v1/me").getLast().body())
                .isEqualTo(Map.of("email", "anna.ö@opera.example"));
    }
}
