package io.usher.designer.account;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.usher.designer.account.SignInNotice.NewPasswordNeeded;
import io.usher.designer.engine.AccountClient;
import io.usher.designer.engine.Browser;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.engine.EngineException;
import io.usher.designer.engine.Problem;
import java.util.Objects;
import java.util.stream.Collectors;

/** Asks for a password of one's own at the first sign-in; when the engine has taken it, signs in with it. */
class NewPasswordForm extends PostForm {

    private final NewPasswordNeeded needed;
    private final AccountClient engine;
    private final EngineCalls calls;
    private final PasswordField fresh = new PasswordField(getTranslation("new-password.fresh"));
    private final PasswordField again = new PasswordField(getTranslation("new-password.again"));
    private final NativeButton submit = new NativeButton(getTranslation("new-password.submit"), click -> change());

    NewPasswordForm(NewPasswordNeeded needed, AccountClient engine, EngineCalls calls) {
        this.needed = needed;
        this.engine = engine;
        this.calls = calls;

        var why = new Paragraph(getTranslation("new-password.why", needed.user()));
        why.addClassName("us-form-why");
        fresh.setId("new-password");
        fresh.getElement().setAttribute("name", "password");
        fresh.setAutocomplete(Autocomplete.NEW_PASSWORD);
        fresh.setValueChangeMode(ValueChangeMode.EAGER);
        fresh.setAutofocus(true);
        again.setId("again");
        again.setAutocomplete(Autocomplete.NEW_PASSWORD);
        again.setValueChangeMode(ValueChangeMode.EAGER);

        submit.setId("submit");
        submit.addClassName("us-primary");
        submit.getElement().setAttribute("type", "button");
        submit.addClickShortcut(Key.ENTER);

        addHidden("username", needed.user());
        add(new H1(getTranslation("new-password.title")), why, fresh, again, submit);
    }

    private void change() {
        refuse(fresh, fresh.isEmpty() ? getTranslation("new-password.empty") : "");
        refuse(again, again.getValue().equals(fresh.getValue()) ? "" : getTranslation("new-password.differ"));
        if (fresh.isInvalid() || again.isInvalid()) {
            return;
        }
        busy(true);
        var password = fresh.getValue();
        calls.run(
                this,
                () -> {
                    engine.changePassword(needed.token(), needed.current(), password, Browser.UNKNOWN);
                    return password;
                },
                done -> signIn(),
                this::failed);
    }

    private void signIn() {
        getUI().ifPresent(ui -> ui.getSession().getSession().removeAttribute(SignInNotice.ATTRIBUTE));
        calls.forget(() -> engine.signOut(needed.token()));
        post();
    }

    private void failed(EngineException failure) {
        busy(false);
        refuse(
                fresh,
                switch (failure) {
                    case EngineException.Refused refused -> words(refused.problem());
                    case EngineException.Stale stale -> stale.detail();
                    case EngineException.TooManyTries delayed ->
                        getTranslation(
                                "sign-in.delayed",
                                Math.max(1, delayed.retryAfter().toSeconds()));
                    case EngineException.Away away -> getTranslation("sign-in.away");
                    case EngineException.SignedOut signedOut -> getTranslation("sign-in.ended");
                });
    }

    private static String words(Problem problem) {
        var rules = problem.errors().stream()
                .map(Problem.FieldError::message)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return rules.isEmpty() ? problem.text() : rules;
    }

    private static void refuse(PasswordField field, String why) {
        field.setErrorMessage(why);
        field.setInvalid(!why.isEmpty());
    }

    private void busy(boolean busy) {
        submit.setEnabled(!busy);
        submit.getElement().setAttribute("aria-busy", String.valueOf(busy));
    }
}
