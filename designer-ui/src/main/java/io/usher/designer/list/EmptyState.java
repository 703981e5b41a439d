package io.usher.designer.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import io.usher.designer.look.Glyph;

/** What a list says while it has no row: why, and what to do next. */
public class EmptyState extends Div {

    private final H2 title = new H2();
    private final Paragraph what = new Paragraph();
    private final Div help;

    public EmptyState(Glyph glyph, Component... help) {
        addClassName("us-empty");
        this.help = new Div(help);
        this.help.addClassName("us-empty-help");
        add(glyph.draw(), title, what, this.help);
    }

    /** Nothing has ever been here. */
    public void first(String titleText, String whatText) {
        title.setText(titleText);
        what.setText(whatText);
        help.setVisible(true);
    }

    /** There may be something, but not with this filter. */
    public void filtered() {
        title.setText(getTranslation("list.no-match"));
        what.setText(getTranslation("list.no-match.more"));
        help.setVisible(false);
    }
}
