package io.usher.designer.account;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.usher.designer.account.SignInNotice.NewPasswordNeeded;
import io.usher.designer.engine.AccountClient;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.engine.EngineProperties;
import io.usher.designer.engine.EngineWatch;
import io.usher.designer.look.Brand;
import io.usher.designer.look.EngineNotice;

/** The way in; also where the first password is changed. */
@Route(value = SignInView.ROUTE, autoLayout = false)
@AnonymousAllowed
class SignInView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ROUTE = "sign-in";

    private final AuthenticationContext authentication;

    SignInView(
            AuthenticationContext authentication,
            AccountClient engine,
            EngineCalls calls,
            EngineWatch watch,
            EngineProperties properties) {
        this.authentication = authentication;
        addClassName("us-sign-in");
        var notice = SignInNotice.take(VaadinSession.getCurrent().getSession()).orElse(null);
        var form = notice instanceof NewPasswordNeeded needed
                ? new NewPasswordForm(needed, engine, calls)
                : new SignInForm(notice);
        var door = new Main(new Brand(), form, new EngineNotice(watch, properties));
        door.addClassName("us-door");
        add(picture(), door);
    }

    private Div picture() {
        var line = new Paragraph(getTranslation("sign-in.line"));
        var house = new Image("usher/house.svg", "");
        var picture = new Div(house, line);
        picture.addClassName("us-picture");
        return picture;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (authentication.isAuthenticated()) {
            event.forwardTo("");
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("sign-in.title");
    }
}
