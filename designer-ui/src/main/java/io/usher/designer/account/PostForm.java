package io.usher.designer.account;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.server.VaadinServletRequest;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * A plain form the browser posts to where people are signed in, with the session's CSRF token: so password keepers know
 * it for what it is, and a new session id is given with the answer.
 */
@Tag("form")
class PostForm extends Component implements HasComponents, HasStyle {

    PostForm() {
        addClassName("us-form");
        getElement().setAttribute("method", "post");
        getElement().setAttribute("action", SecurityConfiguration.SIGN_IN_POST.substring(1));
        var token = (CsrfToken) VaadinServletRequest.getCurrent().getAttribute(CsrfToken.class.getName());
        if (token != null) {
            addHidden(token.getParameterName(), token.getToken());
        }
    }

    /** A value that goes with the form, unseen. */
    final void addHidden(String name, String value) {
        var hidden = new Input();
        hidden.setType("hidden");
        hidden.getElement().setAttribute("name", name);
        hidden.setValue(value);
        add(hidden);
    }

    /** Sends the form from the browser; asked of the prototype, since a field named "submit" would hide the method. */
    final void post() {
        getElement().executeJs("HTMLFormElement.prototype.submit.call(this)");
    }
}
