package io.usher.designer.eventtypes;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import io.usher.designer.list.Sign;
import io.usher.designer.list.Texts;

/** The workflows that listen to an event type, with the signs of what the event does there; a click lists them. */
class Listeners extends Span {

    /** So many lines fit into a row. */
    private static final int LINES = 2;

    Listeners(EventType type) {
        addClassName("us-listeners");
        var uses = type.workflows();
        if (uses.isEmpty()) {
            add(Texts.softly(getTranslation("event-types.nobody-listens")));
            return;
        }
        var all = new NativeButton("", click -> new DependenciesDialog(type).open());
        all.addClassName("us-listeners-open");
        all.getElement().setAttribute("aria-haspopup", "dialog");
        all.getElement().setAttribute("title", getTranslation("event-types.dependencies.see"));
        int shown = uses.size() > LINES ? LINES - 1 : uses.size();
        uses.stream().limit(shown).forEach(use -> all.add(listener(use)));
        if (uses.size() > shown) {
            all.add(Texts.soft(getTranslation("event-types.more-listen", uses.size() - shown)));
        }
        add(all);
    }

    private Span listener(EventType.Use use) {
        var listener = signs(use, this);
        listener.add(Texts.text(use.name()));
        return listener;
    }

    /** The signs of what the event does in the workflow. */
    static Span signs(EventType.Use use, Component speaker) {
        var signs = new Span();
        signs.addClassName("us-listener");
        if (use.start()) {
            signs.add(Sign.starts(speaker.getTranslation("event-types.starts")));
        }
        if (use.stop()) {
            signs.add(Sign.stops(speaker.getTranslation("event-types.stops")));
        }
        return signs;
    }
}
