package io.usher.designer.account;

import com.vaadin.flow.component.UI;

/**
 * What Usher keeps in a browser for the person who works there: drawings that are not saved yet, those that gave way, what
 * undo can take back, and what was copied. It goes with the sign-out; what was copied also when somebody else signs in after a session that just ended.
 */
final class BrowserTraces {

    private static final String CLEAR = """
            try {
              Object.keys(localStorage)
                .filter((key) => /^usher\\.(drawing:|kept:|clipboard|person)/.test(key))
                .forEach((key) => localStorage.removeItem(key));
              Object.keys(sessionStorage)
                .filter((key) => /^usher\\.(undo:|place)/.test(key))
                .forEach((key) => sessionStorage.removeItem(key));
            } catch (e) {}""";
    private static final String BELONG = """
            try {
              if (localStorage.getItem('usher.person') !== $0) localStorage.removeItem('usher.clipboard');
              localStorage.setItem('usher.person', $0);
            } catch (e) {}""";

    private BrowserTraces() {}

    /** Before the session ends, since the browser hears nothing after it. */
    static void clear(UI ui) {
        ui.getPage()
                .executeJs("window.dispatchEvent(new Event('usher-session-ended'));"
                        + "window.dispatchEvent(new Event('usher-signed-out'));" + CLEAR);
    }

    static void belongTo(UI ui, String person) {
        ui.getPage().executeJs(BELONG, person);
    }
}
