package io.usher.designer.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.usher.designer.DesignerTest;
import io.usher.designer.FakeEngine.Answer;
import io.usher.designer.FakeEngine.Call;
import io.usher.designer.account.PersonMenu;
import io.usher.designer.edit.EditForm;
import io.usher.designer.list.Notice;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithAnonymousUser;

@WithAnonymousUser
class WorkspaceSettingsViewTest extends DesignerTest {

    private static final String PATH = "/api/v1/settings/workspace";

    private WorkspaceSettingsView view;
    private int calls;

    @BeforeEach
    void settings() {
        signIn("anna");
        calls = ENGINE.calls("PATCH", PATH).size();
        ENGINE.reply("GET " + PATH, call -> settings("Opera House", "sv", "1"));
    }

    @Test
    void shouldSendOnlyWhatWasChangedOnWhatWasRead() {
        // given
        open();
        assertThat(save().isEnabled()).isFalse();
        ENGINE.reply("PATCH " + PATH, call -> settings("Royal Opera", "sv", "2"));

        // when
        test(text("workspace-name")).setValue("Royal Opera");
        test(save()).click();

        // then
        eventually(() -> assertThat(words(view)).contains("Saved"));
        var sent = patched();
        assertThat(sent.body()).isEqualTo(Map.of("name", "Royal Opera"));
        assertThat(sent.ifMatch()).isEqualTo("\"1\"");
        assertThat(sent.contentType()).isEqualTo("application/merge-patch+json");
        assertThat(save().isEnabled()).isFalse();
        var menu = find(PersonMenu.class).single().getItems().getFirst();
        assertThat(words(menu)).contains("Royal Opera").doesNotContain("Opera House");
    }

    @Test
    void shouldTakeThePublicAddressAway() {
        // given
        open();
        ENGINE.reply("PATCH " + PATH, call -> settings("Opera House", "sv", "2"));

        // when
        test(text("workspace-address")).setValue("");
        test(save()).click();

        // then
        eventually(() -> assertThat(words(view)).contains("Saved"));
        var nothing = new HashMap<String, Object>();
        nothing.put("publicAddress", null);
        assertThat(patched().body()).isEqualTo(nothing);
    }

    @Test
    void shouldSayBesideItsFieldWhatTheEngineRefuses() {
        // given
        open();
        ENGINE.reply(
                "PATCH " + PATH,
                call -> new Answer(
                        400,
                        "application/problem+json",
                        "{\"type\":\"urn:usher:problem:invalid\",\"title\":\"Not valid\",\"errors\":[{\"field\":\"publicAddress\","
                                + "\"rule\":\"address\",\"message\":\"publicAddress must be an https address\"}]}",
                        ""));

        // when
        test(text("workspace-address")).setValue("ftp://x");
        test(save()).click();

        // then
        eventually(() -> assertThat(text("workspace-address").isInvalid()).isTrue());
        assertThat(text("workspace-address").getErrorMessage()).isEqualTo("Public address must be an https address");
        assertThat(text("workspace-address").getValue()).isEqualTo("ftp://x");
        assertThat(save().isEnabled()).isTrue();
    }

    @Test
    void shouldKeepWhatWasTypedWhenSomebodyElseWasFasterAndSaveItOnTheSecondClick() {
        // given
        open();
        ENGINE.reply(
                "PATCH " + PATH,
                call -> call.ifMatch().equals("\"7\"")
                        ? settings("Mine", "en", "8")
                        : Answer.stale("7", "Berta changed the settings"));

        // when
        test(text("workspace-name")).setValue("Mine");
        test(save()).click();

        // then
        eventually(() -> assertThat(words(view)).contains("Berta changed the settings", "Save again"));
        assertThat(text("workspace-name").getValue()).isEqualTo("Mine");

        // when
        test(save()).click();

        // then
        eventually(() -> assertThat(words(view)).contains("Saved"));
        assertThat(find(Notice.class).all()).noneMatch(notice -> notice.isVisible());
        assertThat(language().getValue()).isEqualTo("en");
    }

    @Test
    void shouldKeepWhatIsTypedWhileItSaves() {
        // given
        open();
        ENGINE.reply("PATCH " + PATH, call -> settings("Royal Opera", "sv", "2"));
        test(text("workspace-name")).setValue("Royal Opera");
        var held = ENGINE.hold();
        test(save()).click();
        assertThat(save().isEnabled()).isFalse();

        // when
        test(text("workspace-address")).setValue("https://royal.example.com");
        held.countDown();

        // then
        eventually(() -> assertThat(save().isEnabled()).isTrue());
        assertThat(text("workspace-name").getValue()).isEqualTo("Royal Opera");
        assertThat(text("workspace-address").getValue()).isEqualTo("https://royal.example.com");

        // when
        test(save()).click();

        // then
        eventually(() -> assertThat(ENGINE.calls("PATCH", PATH)).hasSize(calls + 2));
        assertThat(patched().body()).isEqualTo(Map.of("publicAddress", "https://royal.example.com"));
        assertThat(patched().ifMatch()).isEqualTo("\"2\"");
    }

    @Test
    void shouldAskBeforeSomethingUnsavedIsLeft() {
        // given
        open();
        test(text("workspace-name")).setValue("Not saved");

        // when
        UI.getCurrent().navigate("status");

        // then
        var asks = find(ConfirmDialog.class).single();
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("settings/workspace");

        // when
        test(asks).confirm();

        // then
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath())
                .isEqualTo("status");
    }

    @Test
    void shouldLetTheBrowserAskBeforeTheTabIsClosedWithSomethingUnsaved() {
        // given
        open();
        var form = find(EditForm.class).single().getElement();
        assertThat(form.getAttribute("data-unsaved")).isEqualTo("false");

        // when
        test(text("workspace-name")).setValue("Not saved");

        // then
        assertThat(form.getAttribute("data-unsaved")).isEqualTo("true");
        assertThat(text("workspace-name").getValueChangeMode()).isEqualTo(ValueChangeMode.LAZY);

        // when
        test(find(Button.class).withId("discard").single()).click();

        // then
        eventually(() -> assertThat(form.getAttribute("data-unsaved")).isEqualTo("false"));
    }

    @Test
    void shouldShowAZoneThatThisJavaDoesNotKnow() {
        // given
        ENGINE.reply("GET " + PATH, call -> {
            var known = settings("Opera House", "sv", "1");
            return new Answer(200, known.type(), known.body().replace("Europe/Stockholm", "Mars/Olympus"), "1");
        });

        // when
        open();

        // then
        assertThat(zone().getValue()).isEqualTo("Mars/Olympus");
        assertThat(zone().getHelperText()).contains("when a contact has no time zone");
    }

    @Test
    void shouldGiveUpWhatWasTyped() {
        // given
        open();
        test(text("workspace-name")).setValue("Wrong");

        // when
        test(find(Button.class).withId("discard").single()).click();

        // then
        eventually(() -> assertThat(text("workspace-name").getValue()).isEqualTo("Opera House"));
        assertThat(save().isEnabled()).isFalse();
    }

    @Test
    void shouldShowWhatSomebodyElseSavedWhenTheOwnIsGivenUp() {
        // given
        open();
        ENGINE.reply("PATCH " + PATH, call -> Answer.stale("7", "Berta changed the settings"));
        test(text("workspace-name")).setValue("Mine");
        test(save()).click();
        eventually(() -> assertThat(words(view)).contains("Save again"));
        ENGINE.reply("GET " + PATH, call -> settings("Hers", "sv", "7"));

        // when
        test(find(Button.class).withId("discard").single()).click();

        // then
        eventually(() -> assertThat(text("workspace-name").getValue()).isEqualTo("Hers"));
        assertThat(words(view)).doesNotContain("Save again");
        assertThat(find(Notice.class).all()).noneMatch(notice -> notice.isVisible());
    }

    @Test
    void shouldHaveNothingToSaveWhenWhatWasTypedIsTypedBack() {
        // given
        open();
        test(text("workspace-name")).setValue("Other");
        assertThat(save().isEnabled()).isTrue();

        // when
        test(text("workspace-name")).setValue("Opera House");

        // then
        assertThat(save().isEnabled()).isFalse();
    }

    @Test
    void shouldNamePlacesForThePersonAndStoreTheirCodes() {
        // given
        open();

        // then
        assertThat(language().getItemLabelGenerator().apply("sv")).isEqualTo("Swedish");
        assertThat(language().getItemLabelGenerator().apply("en-GB")).isEqualTo("English (United Kingdom)");
        assertThat(words(view)).contains("Last changed", "by Berta");
        assertThat(zone().getHelperText()).contains("there now");
    }

    private void open() {
        view = navigate(WorkspaceSettingsView.class);
        eventually(() -> assertThat(text("workspace-name").getValue()).isEqualTo("Opera House"));
    }

    private static Answer settings(String name, String language, String etag) {
        var body = """
                {"name":"%s","zone":"Europe/Stockholm","language":"%s","country":"SE",
                 "publicAddress":"https://opera.example.com","changedAt":"2026-11-24T10:00:00Z","changedBy":"Berta"}""".formatted(name, language);
        return new Answer(200, "application/json", body, etag);
    }

    private static Call patched() {
        return ENGINE.calls("PATCH", PATH).getLast();
    }

    private TextField text(String id) {
        return find(TextField.class).withId(id).single();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> language() {
        return find(ComboBox.class).withId("workspace-language").single();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> zone() {
        return find(ComboBox.class).withId("workspace-zone").single();
    }

    private Button save() {
        return find(Button.class).withId("save").single();
    }
}
