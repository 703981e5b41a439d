package io.usher.designer.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.PasswordField;
import io.usher.designer.DesignerTest;
import io.usher.designer.FakeEngine.Answer;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.engine.EngineException;
import io.usher.designer.engine.EngineHttp;
import io.usher.designer.engine.EngineProperties;
import io.usher.designer.engine.SessionToken;
import io.usher.designer.status.StatusNavigation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

@WithAnonymousUser
class OwnPasswordTest extends DesignerTest {

    /** Something that the engine does only after the password was typed once more. */
    @HttpExchange("/api/v1/api-keys")
    interface Keys {

        @PostExchange
        Key make(SessionToken token, @RequestBody Map<String, String> named);
    }

    @Autowired
    private EngineProperties properties;

    @Autowired
    private EngineCalls calls;

    private SignedIn anna;
    private final List<String> answers = new CopyOnWriteArrayList<>();
    private final List<EngineException> failures = new CopyOnWriteArrayList<>();

    @BeforeEach
    void annaLooksAtAPage() {
        anna = signIn("anna");
        UI.getCurrent().navigate(StatusNavigation.view());
    }

    // ---- changing it

    @Test
    void shouldChangeThePasswordFromTheMenuOfThePerson() {
        // given
        openFromTheMenu();

        // when
        type("her password", "quite another one", "quite another one");

        // then
        eventually(() -> assertThat(find(Notification.class).all())
                .anySatisfy(said -> assertThat(said.getElement().getProperty("text", words(said)))
                        .contains("changed")));
        assertThat(find(PasswordDialog.class).all()).isEmpty();
        var call = ENGINE.calls("PUT", "/api/v1/me/password").getLast();
        assertThat(call.body()).containsEntry("current", "her password").containsEntry("new", "quite another one");
        assertThat(call.authorization()).isEqualTo("Bearer " + anna.token().value());
    }

    @Test
    void shouldSayBesideTheFieldThatTheCurrentPasswordIsWrong() {
        openFromTheMenu();
        type("not hers", "quite another one", "quite another one");
        eventually(() ->
                assertThat(field("current-password").getErrorMessage()).isEqualTo("The current password is wrong"));
        assertThat(field("fresh-password").isInvalid()).isFalse();
        assertThat(button("save-password").isEnabled()).isTrue();
    }

    @Test
    void shouldSayBesideTheFieldWhyTheNewPasswordIsRefused() {
        openFromTheMenu();
        type("her password", "short", "short");
        eventually(() -> assertThat(field("fresh-password").getErrorMessage())
                .isEqualTo("A password has at least 10 characters."));
        assertThat(field("current-password").isInvalid()).isFalse();
    }

    @Test
    void shouldNotAskTheEngineWithoutAllThreePasswords() {
        // given
        openFromTheMenu();
        var asked = ENGINE.calls("PUT", "/api/v1/me/password").size();

        // when
        type("", "quite another one", "quite another two");

        // then
        assertThat(field("current-password").isInvalid()).isTrue();
        assertThat(field("fresh-again").getErrorMessage()).isEqualTo("The passwords do not match.");
        assertThat(button("save-password").isEnabled()).isTrue();
        assertThat(ENGINE.calls("PUT", "/api/v1/me/password")).hasSize(asked);
    }

    // ---- typing it once more

    @Test
    void shouldAskForThePasswordOnceMoreAndThenDoWhatWasAskedFor() {
        // given
        makeAKey();
        eventually(() -> assertThat(find(ConfirmPasswordDialog.class).all()).hasSize(1));
        assertThat(failures).isEmpty();

        // when: wrong, then right
        confirm("not hers");
        eventually(() -> assertThat(field("confirm-password").getErrorMessage()).isEqualTo("The password is wrong"));
        confirm("her password");

        // then
        eventually(() -> assertThat(answers).containsExactly("k1"));
        assertThat(find(ConfirmPasswordDialog.class).all()).isEmpty();
        assertThat(failures).isEmpty();
    }

    @Test
    void shouldSayWhyNothingWasDoneWhenThePersonWouldRatherNot() {
        // given
        makeAKey();
        eventually(() -> assertThat(find(ConfirmPasswordDialog.class).all()).hasSize(1));

        // when
        test(find(Button.class).withText("Cancel").single()).click();

        // then
        assertThat(failures).singleElement().isInstanceOf(EngineException.Refused.class);
        assertThat(answers).isEmpty();
    }

    private record Key(String id) {}

    /** The engine does it only after the password was typed once more. */
    private void makeAKey() {
        int before = ENGINE.calls("POST", "/api/v1/me/confirm").size();
        ENGINE.reply("POST /api/v1/api-keys", call -> {
            var typed = ENGINE.calls("POST", "/api/v1/me/confirm");
            return typed.size() > before && typed.getLast().body().containsValue("her password")
                    ? Answer.json("{\"id\":\"k1\"}")
                    : Answer.confirmPassword();
        });
        calls.run(
                UI.getCurrent(),
                () -> EngineHttp.client(properties, Keys.class).make(anna.token(), Map.of("name", "Shop")),
                key -> answers.add(key.id()),
                failures::add);
    }

    private void confirm(String password) {
        test(field("confirm-password")).setValue(password);
        test(button("confirm-password-save")).click();
    }

    private void openFromTheMenu() {
        var menu = find(PersonMenu.class).single();
        var root = menu.getItems().getFirst();
        var item = root.getSubMenu().getItems().stream()
                .filter(entry -> "change-password".equals(entry.getId().orElse("")))
                .findFirst()
                .orElseThrow();
        click(item);
        assertThat(find(PasswordDialog.class).all()).hasSize(1);
    }

    private static void click(MenuItem item) {
        ComponentUtil.fireEvent(item, new ClickEvent<>(item));
    }

    private void type(String current, String fresh, String again) {
        test(field("current-password")).setValue(current);
        test(field("fresh-password")).setValue(fresh);
        test(field("fresh-again")).setValue(again);
        test(button("save-password")).click();
    }

    private PasswordField field(String id) {
        return find(PasswordField.class).withId(id).single();
    }

    private Button button(String id) {
        return find(Button.class).withId(id).single();
    }
}
