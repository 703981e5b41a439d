package io.usher.designer.list;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.VaadinSession;
import io.usher.designer.look.Icon;
import java.util.Objects;

/** The way back to a list with the filters it was left with: in this window, else in any of the person's windows. */
public class BackLink extends RouterLink {

    private final Class<? extends Component> list;

    /** An arrow alone; it needs a name. */
    public BackLink(Class<? extends Component> list) {
        super("", list);
        this.list = list;
        add(Icon.BACK.draw());
        addClassName("us-back");
    }

    public BackLink(String text, Class<? extends Component> list) {
        this(list);
        add(new Span(text));
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        var session = VaadinSession.getCurrent();
        var here = session.getAttribute(name(attached.getUI(), list));
        if ((here == null ? session.getAttribute(name(list)) : here) instanceof QueryParameters filters) {
            setQueryParameters(filters);
        }
    }

    /** The list is narrowed to this now. */
    static void leave(UI ui, Class<? extends Component> list, QueryParameters filters) {
        VaadinSession.getCurrent().setAttribute(name(ui, list), filters);
        VaadinSession.getCurrent().setAttribute(name(list), filters);
    }

    /** A window keeps its name when its page is loaded again. */
    private static String name(UI ui, Class<? extends Component> list) {
        var details = ui.getPage().getExtendedClientDetails();
        var window = details == null ? "" : Objects.toString(details.getWindowName(), "");
        return name(list) + " " + window;
    }

    private static String name(Class<? extends Component> list) {
        return BackLink.class.getName() + " " + list.getName();
    }
}
