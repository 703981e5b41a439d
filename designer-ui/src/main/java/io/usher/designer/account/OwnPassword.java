package io.usher.designer.account;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import io.usher.designer.engine.AccountClient;
import io.usher.designer.engine.Browser;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.engine.PasswordAsk;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Where somebody who is signed in types the own password: to change it, or because the engine wants it once more. */
@Component
public class OwnPassword implements PasswordAsk {

    private final AccountClient engine;
    private final ObjectProvider<EngineCalls> calls;

    /** @param calls asked for later, since they ask this for passwords */
    OwnPassword(AccountClient engine, ObjectProvider<EngineCalls> calls) {
        this.engine = engine;
        this.calls = calls;
    }

    /** Opens the form that changes the password. */
    void change(UI ui, SignedIn signedIn) {
        var browser = browser(ui);
        new PasswordDialog(
                        calls.getObject(),
                        (current, fresh) -> engine.changePassword(signedIn.token(), current, fresh, browser))
                .open();
    }

    @Override
    public void ask(UI ui, Runnable typed, Runnable dropped) {
        var signedIn = ComponentUtil.getData(ui, SignedIn.class);
        if (signedIn == null) {
            dropped.run();
            return;
        }
        var browser = browser(ui);
        new ConfirmPasswordDialog(
                        calls.getObject(),
                        password -> engine.confirmPassword(signedIn.token(), password, browser),
                        typed,
                        dropped)
                .open();
    }

    private static Browser browser(UI ui) {
        return new Browser(ui.getSession().getBrowser().getAddress(), null);
    }
}
