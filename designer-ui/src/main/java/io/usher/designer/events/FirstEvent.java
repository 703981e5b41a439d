package io.usher.designer.events;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import io.usher.designer.engine.EngineProperties;
import io.usher.designer.list.Copy;

/** The call that sends a first event, ready to be copied into a terminal. */
class FirstEvent extends Div {

    private static final String CALL = """
            KEY=$(sed -n 's/^manage-key=//p' data/first-sign-in)
            curl -u "me:$KEY" -H 'Content-Type: application/json' %s \\
              -d '{"eventTypeKey":"ticketBought","keyValue":"T-1","params":{"EmailAddress":"ada@example.com"}}'
            """;

    FirstEvent(EngineProperties properties) {
        addClassName("us-call");
        var call = CALL.formatted(properties.link("/api/v1/event"));
        add(new Pre(call), new Copy(getTranslation("events.copy-call"), call));
    }
}
