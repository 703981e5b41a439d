package io.usher.designer.drawing;

import com.vaadin.flow.component.Component;
import io.usher.designer.edit.LeaveGuard;

/** What the browser does when the page is put aside: saves. Whoever closes it with something unsaved is asked first. */
final class Leaving {

    /** Opens the canvas' own sheet of keys. */
    static final String SHORTCUTS =
            "const help = this.querySelector('bpmn-designer [data-action=\"help\"]'); if (help) help.click()";

    private static final String ASIDE = """
            const page = this;
            const aside = () => {
              if (!page.isConnected) return stop();
              if (document.visibilityState === 'hidden') page.$server.leaving();
            };
            const stop = () => document.removeEventListener('visibilitychange', aside);
            document.addEventListener('visibilitychange', aside);
            """;

    private Leaving() {}

    static void guard(Component page) {
        LeaveGuard.on(page);
        page.getElement().executeJs(ASIDE);
    }
}
