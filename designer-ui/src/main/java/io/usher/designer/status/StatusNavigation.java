package io.usher.designer.status;

import com.vaadin.flow.component.Component;

/** The way to the status page. */
public final class StatusNavigation {

    private StatusNavigation() {}

    public static Class<? extends Component> view() {
        return StatusView.class;
    }
}
