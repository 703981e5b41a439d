package io.usher.designer.account;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.WrappedSession;
import com.vaadin.flow.server.auth.NavigationAccessControl;
import io.usher.designer.engine.SessionEnd;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Signs a person out whom the engine no longer knows, and remembers where they were. */
@Component
class BackToSignIn implements SessionEnd {

    @Override
    public void end(UI ui) {
        var session = ui.getSession().getSession();
        if (signedInAnew(ui, session)) {
            leaveWithoutAsking(ui);
            ui.getPage().reload();
            return;
        }
        var here = SamePlace.here(ui);
        session.setAttribute(NavigationAccessControl.SESSION_STORED_REDIRECT_ABSOLUTE, "/" + here);
        session.setAttribute(SignInNotice.ATTRIBUTE, new SignInNotice.SessionEnded());
        session.removeAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        SamePlace.keep(ui, here);
        leaveWithoutAsking(ui);
        ui.getPage().setLocation(SignInView.ROUTE);
    }

    /** Whether it was an earlier session that ended: the person has signed in again since this page was opened. */
    private static boolean signedInAnew(UI ui, WrappedSession session) {
        var of = ComponentUtil.getData(ui, SignedIn.class);
        return of != null
                && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                        instanceof SecurityContext context
                && context.getAuthentication() != null
                && context.getAuthentication().getPrincipal() instanceof SignedIn now
                && !now.token().equals(of.token());
    }

    /** What is not saved stands in the browser, and is offered when the page is open again. */
    private static void leaveWithoutAsking(UI ui) {
        ui.getPage().executeJs("window.dispatchEvent(new Event('usher-session-ended'))");
    }
}
