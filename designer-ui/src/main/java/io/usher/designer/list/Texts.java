package io.usher.designer.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;

/** Cells of a list: texts that are cut at the column's edge and whole on hover, and the link that opens the row. */
public final class Texts {

    private Texts() {}

    /** A text that may be long. */
    public static Span text(String text) {
        var span = new Span(text);
        span.addClassName("us-cut");
        span.getElement().setAttribute("title", text);
        return span;
    }

    /** A sentence of the engine: two lines of it, whole on hover, its times as the person's clock shows them. */
    public static Span said(String sentence) {
        var said = text(sentence);
        said.addClassName("us-said");
        return said;
    }

    /** Two texts on one line; the first one is cut last. */
    public static Span beside(Component first, Component second) {
        return both(first, second, "us-beside-line");
    }

    /** As {@link #beside}, the second one only where there is room for all of it. */
    public static Span besideWhole(Component first, Component second) {
        var both = beside(first, second);
        both.addClassName("us-whole");
        return both;
    }

    /** A small line below another one, both within the height of a row. */
    public static Span below(Component first, Component second) {
        return both(first, second, "us-two-lines");
    }

    /** A text that is less important than the others. */
    public static Span soft(String text) {
        var span = text(text);
        span.addClassName("us-soft");
        return span;
    }

    /** As {@link #soft}, on two lines where one is too short. */
    public static Span softly(String text) {
        var span = said(text);
        span.addClassName("us-soft");
        return span;
    }

    /** An identifier, in letters of one width. */
    public static Span code(String text) {
        var span = text(text);
        span.addClassName("us-code");
        return span;
    }

    /** A link of a row to something else than the row itself, cut at the column's edge. */
    public static RouterLink to(RouterLink link) {
        link.addClassNames("us-to", "us-cut");
        link.getElement().setAttribute("title", link.getText());
        return link;
    }

    /** A link that takes the whole row's clicks. */
    public static RouterLink open(String text, Class<? extends Component> view, QueryParameters parameters) {
        var link = new RouterLink(text, view);
        link.setQueryParameters(parameters);
        link.addClassNames("us-open", "us-cut");
        link.getElement().setAttribute("title", text);
        return link;
    }

    private static Span both(Component first, Component second, String look) {
        var both = new Span(first, second);
        both.addClassName(look);
        return both;
    }
}
