package io.usher.designer.messages;

import com.vaadin.flow.component.Component;

/** The ways to the messages. */
public final class MessageNavigation {

    private MessageNavigation() {}

    public static Class<? extends Component> list() {
        return MessagesView.class;
    }
}
