package io.usher.designer.account;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocapitalize;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import org.jspecify.annotations.Nullable;

/** Asks for name and password. */
class SignInForm extends PostForm {

    private final Paragraph says = new Paragraph();
    private final TextField user = new TextField(getTranslation("sign-in.user"));
    private final PasswordField password = new PasswordField(getTranslation("sign-in.password"));

    SignInForm(@Nullable SignInNotice notice) {
        says.addClassName("us-form-says");
        says.getElement().setAttribute("role", "alert");

        user.setId("user");
        user.getElement().setAttribute("name", "username");
        user.setAutocomplete(Autocomplete.USERNAME);
        user.setAutocapitalize(Autocapitalize.NONE);
        password.setId("password");
        password.getElement().setAttribute("name", "password");
        password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);

        var submit = new NativeButton(getTranslation("sign-in.submit"));
        submit.setId("submit");
        submit.addClassName("us-primary");
        submit.getElement().setAttribute("type", "submit");
        getElement().executeJs("this.addEventListener('submit', () => $0.setAttribute('aria-busy', 'true'))", submit);

        add(new H1(getTranslation("sign-in.title")), says, user, password, submit);
        show(notice);
    }

    private void show(@Nullable SignInNotice notice) {
        says.setText(notice == null ? "" : words(notice));
        says.setVisible(notice != null);
        says.getElement().setAttribute("data-tone", notice instanceof SignInNotice.SessionEnded ? "calm" : "bad");
        user.setValue(notice == null ? "" : who(notice));
        if (user.isEmpty()) {
            user.setAutofocus(true);
        } else {
            password.setAutofocus(true);
        }
    }

    private String words(SignInNotice notice) {
        return switch (notice) {
            case SignInNotice.WrongPassword wrongPassword -> getTranslation("sign-in.wrong");
            case SignInNotice.TooManyTries tries ->
                getTranslation("sign-in.delayed", Math.max(1, tries.delay().toSeconds()));
            case SignInNotice.EngineAway engineAway -> getTranslation("sign-in.away");
            case SignInNotice.Refused refused -> refused.why();
            case SignInNotice.SessionEnded sessionEnded -> getTranslation("sign-in.ended");
            case SignInNotice.NewPasswordNeeded newPasswordNeeded -> getTranslation("new-password.title");
        };
    }

    private static String who(SignInNotice notice) {
        return switch (notice) {
            case SignInNotice.WrongPassword wrong -> wrong.user();
            case SignInNotice.TooManyTries tries -> tries.user();
            case SignInNotice.EngineAway away -> away.user();
            case SignInNotice.Refused refused -> refused.user();
            case SignInNotice.NewPasswordNeeded needed -> needed.user();
            case SignInNotice.SessionEnded sessionEnded -> "";
        };
    }
}
