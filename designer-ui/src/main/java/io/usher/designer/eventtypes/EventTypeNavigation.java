package io.usher.designer.eventtypes;

import com.vaadin.flow.component.Component;

/** The way to the event types. */
public final class EventTypeNavigation {

    private EventTypeNavigation() {}

    public static Class<? extends Component> list() {
        return EventTypesView.class;
    }
}
