package io.usher.designer.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import io.usher.designer.look.Icon;

/** What a list says while it has no row: why, and what to do next. */
public class EmptyState extends Div {

    private final H2 title = new H2();
    private final Paragraph what = new Paragraph();
    private final Div help;
    private final Button clear = new Button(getTranslation("list.clear-filters"));
    private Runnable clearFilters = () -> {};

    public EmptyState(Icon glyph, Component... help) {
        addClassName("us-empty");
        this.help = new Div(help);
        this.help.addClassName("us-empty-help");
        clear.setId("clear-filters");
        clear.addClickListener(click -> clearFilters.run());
        add(glyph.draw(), title, what, this.help, clear);
    }

    /** Nothing has ever been here. */
    public void first(String titleText, String whatText) {
        title.setText(titleText);
        what.setText(whatText);
        help.setVisible(true);
        clear.setVisible(false);
    }

    /** There may be something, but not with these filters; {@code all} takes them away. */
    public void filtered(Runnable all) {
        title.setText(getTranslation("list.no-match"));
        what.setText(getTranslation("list.no-match.more"));
        help.setVisible(false);
        clear.setVisible(true);
        clearFilters = all;
    }
}
