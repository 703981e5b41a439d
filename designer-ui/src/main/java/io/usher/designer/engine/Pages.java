package io.usher.designer.engine;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;

/** The way from a background thread to an open page. */
final class Pages {

    private Pages() {}

    /** Does it on the page with its session locked; does nothing when the page was closed meanwhile. */
    static void access(UI ui, Command command) {
        try {
            ui.access(command);
        } catch (UIDetachedException e) {
            // nobody is left to be told
        }
    }
}
