package io.usher.designer.list;

import com.vaadin.flow.component.html.Div;

/** The shape of rows that have not come yet. */
class Skeleton extends Div {

    private static final int FIRST = 8;
    private static final int MORE = 2;

    Skeleton() {
        addClassName("us-skeleton");
        getElement().setAttribute("role", "status");
        getElement().setAttribute("aria-label", getTranslation("list.loading"));
        setVisible(false);
    }

    void show(boolean first) {
        removeAll();
        for (int i = 0; i < (first ? FIRST : MORE); i++) {
            var line = new Div();
            line.addClassName("us-skeleton-row");
            add(line);
        }
        setVisible(true);
    }

    void hide() {
        setVisible(false);
    }
}
