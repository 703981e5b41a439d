package io.usher.designer.account;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.engine.EngineException;
import io.usher.designer.list.Notice;
import io.usher.designer.list.Refusals;
import java.util.function.Consumer;

/** Asks for the own password before something is done that the engine does not do for just anybody at the desk. */
class ConfirmPasswordDialog extends Dialog {

    private final EngineCalls calls;
    private final Consumer<String> confirm;
    private final Runnable typed;
    private final PasswordField password = new PasswordField(getTranslation("sign-in.password"));
    private final Button save = new Button(getTranslation("confirm-password.save"));
    private final Notice notice = new Notice();
    private final Refusals refusals = new Refusals(notice).at("password", password);

    /** @param confirm called on a virtual thread with the password; then {@code typed}, or {@code dropped} at cancel */
    ConfirmPasswordDialog(EngineCalls calls, Consumer<String> confirm, Runnable typed, Runnable dropped) {
        this.calls = calls;
        this.confirm = confirm;
        this.typed = typed;
        setHeaderTitle(getTranslation("confirm-password.title"));
        setWidth("min(26rem, 100vw - 4rem)");
        setCloseOnOutsideClick(false);
        setCloseOnEsc(false);
        password.setId("confirm-password");
        password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        password.setValueChangeMode(ValueChangeMode.EAGER);
        password.setAutofocus(true);
        password.addKeyPressListener(Key.ENTER, enter -> confirm());
        var form = new Div(new Paragraph(getTranslation("confirm-password.why")), password, notice);
        form.addClassName("us-dialog-form");
        add(form);
        save.setId("confirm-password-save");
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setDisableOnClick(true);
        save.addClickListener(click -> confirm());
        getFooter()
                .add(
                        new Button(getTranslation("list.cancel"), click -> {
                            close();
                            dropped.run();
                        }),
                        save);
    }

    private void confirm() {
        refusals.clear();
        save.setEnabled(false);
        var value = password.getValue();
        calls.run(
                this,
                () -> {
                    confirm.accept(value);
                    return value;
                },
                right -> {
                    close();
                    typed.run();
                },
                this::failed);
    }

    private void failed(EngineException failure) {
        save.setEnabled(true);
        refusals.show(failure);
    }
}
