package io.usher.designer.eventtypes;

import com.vaadin.flow.component.html.Span;
import io.usher.designer.journeys.JourneyNavigation;
import io.usher.designer.list.Texts;
import io.usher.designer.look.Glyph;
import java.util.List;

/** The workflows that listen to an event type, each with the sign of what the event does there. */
class Listeners extends Span {

    Listeners(List<EventType.Use> uses) {
        addClassName("us-listeners");
        if (uses.isEmpty()) {
            add(Texts.soft(getTranslation("event-types.nobody-listens")));
        }
        uses.forEach(use -> add(listener(use)));
    }

    private Span listener(EventType.Use use) {
        var listener = new Span();
        listener.addClassName("us-listener");
        if (use.start()) {
            listener.add(sign(Glyph.START, getTranslation("event-types.starts")));
        }
        if (use.stop()) {
            listener.add(sign(Glyph.STOP, getTranslation("event-types.stops")));
        }
        listener.add(JourneyNavigation.ofWorkflow(use.name(), use.workflowId()));
        return listener;
    }

    private static Span sign(Glyph glyph, String words) {
        var sign = new Span(glyph.draw());
        sign.addClassName("us-sign");
        sign.getElement().setAttribute("role", "img");
        sign.getElement().setAttribute("aria-label", words);
        sign.getElement().setAttribute("title", words);
        return sign;
    }
}
