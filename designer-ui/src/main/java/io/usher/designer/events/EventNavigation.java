package io.usher.designer.events;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;

/** The ways to the history of events. */
public final class EventNavigation {

    private EventNavigation() {}

    public static Class<? extends Component> history() {
        return EventsView.class;
    }

    /** A link to one event, open beside the history of its type. */
    public static RouterLink event(String text, String id) {
        return link(text, QueryParameters.of(EventsView.OPEN, id));
    }

    /** A link to the events of one type. */
    public static RouterLink ofType(String text, String key) {
        return link(text, QueryParameters.of(EventsView.TYPE, key));
    }

    /** A link to the events of one contact. */
    public static RouterLink ofContact(String text, String contactId) {
        return link(text, QueryParameters.of(EventsView.CONTACT, contactId));
    }

    /** A link to the events with one key. */
    public static RouterLink ofKey(String text, String key) {
        return link(text, QueryParameters.of(EventsView.KEY, key));
    }

    private static RouterLink link(String text, QueryParameters parameters) {
        var link = new RouterLink(text, EventsView.class);
        link.setQueryParameters(parameters);
        return link;
    }
}
