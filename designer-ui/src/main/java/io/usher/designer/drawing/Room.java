package io.usher.designer.drawing;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;

/** Room for the canvas: the pages at the side are folded away while somebody draws, and come back afterwards. */
final class Room {

    private Room() {}

    static void make(Component page) {
        page.findAncestor(AppLayout.class).setDrawerOpened(false);
    }

    static void giveBack(UI ui) {
        ui.getChildren()
                .filter(AppLayout.class::isInstance)
                .map(AppLayout.class::cast)
                .forEach(frame -> frame.setDrawerOpened(true));
    }
}
