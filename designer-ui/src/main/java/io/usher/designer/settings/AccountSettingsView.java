package io.usher.designer.settings;

import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.usher.designer.account.SignedIn;
import io.usher.designer.edit.EditForm;
import io.usher.designer.engine.EngineCalls;
import jakarta.annotation.security.PermitAll;

/** The full name and the e-mail address of who is signed in. */
@Route("settings/account")
@PermitAll
class AccountSettingsView extends SettingsPage implements BeforeLeaveObserver {

    private final TextField user = new TextField(getTranslation("settings.account.user"));
    private final EditForm<AccountSettings> form;

    AccountSettingsView(SettingsClient settings, EngineCalls calls, AuthenticationContext authentication) {
        super("account");
        var signedIn = authentication.getAuthenticatedUser(SignedIn.class).orElseThrow();
        user.setReadOnly(true);
        user.setValue(signedIn.getName());
        user.setHelperText(getTranslation("settings.account.user.help"));
        user.setWidthFull();
        var name = new TextField(getTranslation("settings.account.name"));
        name.setId("account-name");
        var email = new EmailField(getTranslation("settings.account.email"));
        email.setId("account-email");
        email.setManualValidation(true);
        var token = signedIn.token();
        var source = EditForm.Source.of(
                () -> settings.account(token), (tag, fields) -> settings.changeAccount(token, tag, fields));
        form = new EditForm<>(calls, AccountSettings.class, source, now -> user.setValue(now.name()))
                .field("fullName", name)
                .field("email", email);
        show(user, form);
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent leaving) {
        form.guard(leaving);
    }
}
