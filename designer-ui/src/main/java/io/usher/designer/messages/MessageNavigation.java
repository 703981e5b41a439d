package io.usher.designer.messages;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import io.usher.designer.list.State;

/** The ways to the messages, and what their states are called. */
public final class MessageNavigation {

    private MessageNavigation() {}

    public static Class<? extends Component> list() {
        return MessagesView.class;
    }

    /** A link to one message. */
    public static RouterLink message(String text, String id) {
        return new RouterLink(text, MessageView.class, id);
    }

    /** A link to the messages of one contact. */
    public static RouterLink ofContact(String text, String contactId) {
        var link = new RouterLink(text, MessagesView.class);
        link.setQueryParameters(QueryParameters.of(MessagesView.CONTACT, contactId));
        return link;
    }

    /** The state of a message in a word. */
    public static State state(Component speaker, String state) {
        return MessageState.draw(speaker, state);
    }
}
