package io.usher.designer.account;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.UI;

/** The workspace is called so now, as a page has learned. */
public class WorkspaceNamed extends ComponentEvent<UI> {

    private final String name;

    public WorkspaceNamed(UI ui, String name) {
        super(ui, false);
        this.name = name;
    }

    public String name() {
        return name;
    }
}
