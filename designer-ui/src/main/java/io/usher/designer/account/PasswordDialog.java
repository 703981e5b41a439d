package io.usher.designer.account;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.engine.EngineException;
import io.usher.designer.list.Notice;
import io.usher.designer.list.Refusals;

/** Changes the own password: the current one, and twice the new one. */
class PasswordDialog extends Dialog {

    private static final int NOTICE_MS = 6_000;

    private final EngineCalls calls;
    private final Change change;
    private final PasswordField current = new PasswordField(getTranslation("password.current"));
    private final PasswordField fresh = new PasswordField(getTranslation("new-password.fresh"));
    private final PasswordField again = new PasswordField(getTranslation("new-password.again"));
    private final Button save = new Button(getTranslation("password.save"));
    private final Notice notice = new Notice();
    private final Refusals refusals =
            new Refusals(notice).at("current", current).at("new", fresh);

    /** Asks the engine to put the new password in the place of the current one. */
    @FunctionalInterface
    interface Change {
        void from(String current, String fresh);
    }

    PasswordDialog(EngineCalls calls, Change change) {
        this.calls = calls;
        this.change = change;
        setHeaderTitle(getTranslation("password.title"));
        setWidth("min(26rem, 100vw - 4rem)");
        field(current, "current-password", Autocomplete.CURRENT_PASSWORD);
        field(fresh, "fresh-password", Autocomplete.NEW_PASSWORD);
        field(again, "fresh-again", Autocomplete.NEW_PASSWORD);
        current.setAutofocus(true);
        fresh.setHelperText(getTranslation("password.rule"));
        var form = new Div(new Paragraph(getTranslation("password.why")), current, fresh, again, notice);
        form.addClassName("us-dialog-form");
        add(form);
        save.setId("save-password");
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setDisableOnClick(true);
        save.addClickListener(click -> save());
        getFooter().add(new Button(getTranslation("list.cancel"), click -> close()), save);
    }

    private void field(PasswordField field, String id, Autocomplete autocomplete) {
        field.setId(id);
        field.setAutocomplete(autocomplete);
        field.setValueChangeMode(ValueChangeMode.EAGER);
        field.addKeyPressListener(Key.ENTER, enter -> save());
    }

    private void save() {
        refusals.clear();
        again.setInvalid(false);
        if (current.isEmpty()) {
            Refusals.refuse(current, getTranslation("password.current.missing"));
        }
        if (fresh.isEmpty()) {
            Refusals.refuse(fresh, getTranslation("new-password.empty"));
        }
        if (!again.getValue().equals(fresh.getValue())) {
            Refusals.refuse(again, getTranslation("new-password.differ"));
        }
        if (current.isInvalid() || fresh.isInvalid() || again.isInvalid()) {
            save.setEnabled(true);
            return;
        }
        save.setEnabled(false);
        var from = current.getValue();
        var to = fresh.getValue();
        calls.run(
                this,
                () -> {
                    change.from(from, to);
                    return to;
                },
                changed -> done(),
                this::failed);
    }

    private void done() {
        close();
        Notification.show(getTranslation("password.changed"), NOTICE_MS, Notification.Position.BOTTOM_START);
    }

    private void failed(EngineException failure) {
        save.setEnabled(true);
        refusals.show(failure);
    }
}
