package io.usher.designer.account;

import com.vaadin.flow.component.UI;

/**
 * Where a tab was when its session ended. The HTTP session remembers one place for all tabs, so each tab keeps its own
 * in the browser and goes there when it finds itself elsewhere after the sign-in.
 */
public final class SamePlace {

    private static final String KEEP = "try { sessionStorage.setItem('usher.place', $0) } catch (e) {}";
    private static final String TAKE = """
            try {
              const place = sessionStorage.getItem('usher.place');
              sessionStorage.removeItem('usher.place');
              return place;
            } catch (e) {
              return null;
            }""";

    private SamePlace() {}

    static void keep(UI ui, String place) {
        ui.getPage().executeJs(KEEP, place);
    }

    /** Asked of every page behind the sign-in when it opens. */
    public static void goBack(UI ui) {
        ui.getPage().executeJs(TAKE).then(String.class, place -> {
            if (place != null && !place.equals(here(ui))) {
                ui.navigate(place);
            }
        });
    }

    static String here(UI ui) {
        return ui.getActiveViewLocation().getPathWithQueryParameters();
    }
}
