package io.usher.designer.journeys;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import io.usher.designer.list.State;

/** The ways to the journeys. */
public final class JourneyNavigation {

    private JourneyNavigation() {}

    public static Class<? extends Component> list() {
        return JourneysView.class;
    }

    /** A link to one journey. */
    public static RouterLink journey(String text, String id) {
        return new RouterLink(text, JourneyView.class, id);
    }

    /** A link to the journeys of one contact. */
    public static RouterLink ofContact(String text, String contactId) {
        return list(text, QueryParameters.of(JourneysView.CONTACT, contactId));
    }

    /** The state of a journey in a word. */
    public static State state(Component speaker, String state) {
        return JourneyState.draw(speaker, state);
    }

    /** A link to the journeys of one workflow. */
    public static RouterLink ofWorkflow(String text, String workflowId) {
        return list(text, QueryParameters.of(JourneysView.WORKFLOW, workflowId));
    }

    private static RouterLink list(String text, QueryParameters filters) {
        var link = new RouterLink(text, JourneysView.class);
        link.setQueryParameters(filters);
        return link;
    }
}
