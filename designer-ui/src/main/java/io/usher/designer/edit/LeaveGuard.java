package io.usher.designer.edit;

import com.vaadin.flow.component.Component;

/** The browser asks before it closes or leaves a page on which something is not saved; a session that has ended asks nothing. */
public final class LeaveGuard {

    private static final String UNSAVED = "data-unsaved";

    private static final String GUARD = """
            const part = this;
            if (part.usherGuarded) return;
            part.usherGuarded = true;
            let ended = false;
            const ask = event => {
              if (!part.isConnected) return stop();
              if (!ended && part.getAttribute('data-unsaved') === 'true') {
                event.preventDefault();
                event.returnValue = '';
              }
            };
            const end = () => { ended = true; };
            const stop = () => {
              part.usherGuarded = false;
              window.removeEventListener('beforeunload', ask);
              window.removeEventListener('usher-session-ended', end);
            };
            window.addEventListener('beforeunload', ask);
            window.addEventListener('usher-session-ended', end);
            """;

    private LeaveGuard() {}

    /** Guards what is said with {@link #unsaved} of this part of a page, which has just come onto it. */
    public static void on(Component part) {
        part.getElement().executeJs(GUARD);
    }

    /** Whether something of this part is not saved. */
    public static void unsaved(Component part, boolean unsaved) {
        part.getElement().setAttribute(UNSAVED, String.valueOf(unsaved));
    }
}
