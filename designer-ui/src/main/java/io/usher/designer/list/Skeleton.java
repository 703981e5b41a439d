package io.usher.designer.list;

import com.vaadin.flow.component.html.Div;

/** The shape of rows that have not come yet. */
public class Skeleton extends Div {

    private static final int FIRST = 8;
    private static final int MORE = 2;

    public Skeleton() {
        addClassName("us-skeleton");
        getElement().setAttribute("role", "status");
        getElement().setAttribute("aria-label", getTranslation("list.loading"));
        setVisible(false);
    }

    /** Shows many lines before the first rows, few before the next ones. */
    public void show(boolean first) {
        removeAll();
        for (int i = 0; i < (first ? FIRST : MORE); i++) {
            var line = new Div();
            line.addClassName("us-skeleton-row");
            add(line);
        }
        setVisible(true);
    }

    public void hide() {
        setVisible(false);
    }
}
