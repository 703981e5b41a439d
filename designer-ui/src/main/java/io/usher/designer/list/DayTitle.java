package io.usher.designer.list;

import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;

/** The name of a day, above its rows. */
class DayTitle extends NativeTableRow {

    private final NativeTableHeaderCell cell = new NativeTableHeaderCell();

    /** @param columns that the table has */
    DayTitle(int columns) {
        cell.getElement().setAttribute("scope", "rowgroup");
        cell.getElement().setAttribute("colspan", String.valueOf(columns));
        addClassName("us-day");
        add(cell);
    }

    void call(String name) {
        cell.setText(name);
    }
}
