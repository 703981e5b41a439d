package io.usher.designer.list;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.VaadinSession;
import io.usher.designer.look.Glyph;
import java.util.Objects;

/** The way back to a list as it was left in this window of the browser: with its filters. */
public class BackLink extends RouterLink {

    private final Class<? extends Component> list;

    public BackLink(String text, Class<? extends Component> list) {
        super("", list);
        this.list = list;
        add(Glyph.BACK.draw(), new Span(text));
        addClassName("us-back");
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        var left = VaadinSession.getCurrent().getAttribute(name(attached.getUI(), list));
        if (left instanceof QueryParameters filters) {
            setQueryParameters(filters);
        }
    }

    /** The list is narrowed to this now. */
    static void leave(UI ui, Class<? extends Component> list, QueryParameters filters) {
        VaadinSession.getCurrent().setAttribute(name(ui, list), filters);
    }

    /** A window keeps its name when its page is loaded again. */
    private static String name(UI ui, Class<? extends Component> list) {
        var details = ui.getPage().getExtendedClientDetails();
        var window = details == null ? "" : Objects.toString(details.getWindowName(), "");
        return BackLink.class.getName() + " " + window + " " + list.getName();
    }
}
