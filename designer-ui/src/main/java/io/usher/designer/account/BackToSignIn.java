package io.usher.designer.account;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.auth.NavigationAccessControl;
import io.usher.designer.engine.SessionEnd;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Signs a person out whom the engine no longer knows, and remembers where they were. */
@Component
class BackToSignIn implements SessionEnd {

    @Override
    public void end(UI ui) {
        var session = ui.getSession().getSession();
        var here = SamePlace.here(ui);
        session.setAttribute(NavigationAccessControl.SESSION_STORED_REDIRECT_ABSOLUTE, "/" + here);
        session.setAttribute(SignInNotice.ATTRIBUTE, new SignInNotice.SessionEnded());
        session.removeAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        SamePlace.keep(ui, here);
        // nobody is asked whether to leave: what is not saved stands in the browser and is offered after the sign-in
        ui.getPage().executeJs("window.dispatchEvent(new Event('usher-session-ended'))");
        ui.getPage().setLocation(SignInView.ROUTE);
    }
}
