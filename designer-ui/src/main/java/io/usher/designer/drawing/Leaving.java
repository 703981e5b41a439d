package io.usher.designer.drawing;

import com.vaadin.flow.component.Component;

/** What the browser does when a person leaves: asks while something is not saved, saves when the page is put aside. */
final class Leaving {

    /** Opens the canvas' own sheet of keys. */
    static final String SHORTCUTS =
            "const help = this.querySelector('bpmn-designer [data-action=\"help\"]'); if (help) help.click()";

    private static final String GUARD = """
            const page = this;
            let ended = false;
            const gone = () => !page.isConnected;
            const ask = event => {
              if (gone()) return stop();
              if (!ended && page.getAttribute('data-unsaved') === 'true') {
                event.preventDefault();
                event.returnValue = '';
              }
            };
            const aside = () => {
              if (gone()) return stop();
              if (document.visibilityState === 'hidden') page.$server.leaving();
            };
            const end = () => { ended = true; };
            const stop = () => {
              window.removeEventListener('beforeunload', ask);
              window.removeEventListener('usher-session-ended', end);
              document.removeEventListener('visibilitychange', aside);
            };
            window.addEventListener('beforeunload', ask);
            window.addEventListener('usher-session-ended', end);
            document.addEventListener('visibilitychange', aside);
            """;

    private Leaving() {}

    static void guard(Component page) {
        page.getElement().executeJs(GUARD);
    }
}
