package io.usher.designer.engine;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ExtendedClientDetails;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/**
 * Who reads what the engine answers: it puts its sentences into their language, and times into their zone.
 *
 * @param locale of the page
 * @param zone where the person is, as the browser says
 */
public record Reader(Locale locale, ZoneId zone) {

    /** Who reads the answer of a call; bound by {@link EngineCalls} for the call's thread. */
    static final ScopedValue<Reader> NOW = ScopedValue.newInstance();

    /** The person in front of this page. */
    public static Reader of(UI ui) {
        return new Reader(ui.getLocale(), zone(ui));
    }

    /** The bound one, else that of the page that is being worked at. */
    public static Optional<Reader> now() {
        return NOW.isBound()
                ? Optional.of(NOW.get())
                : Optional.ofNullable(UI.getCurrent()).map(Reader::of);
    }

    /** Where the person is, as the browser says; UTC until it has. */
    public static ZoneId zone(UI ui) {
        return Optional.ofNullable(ui.getPage().getExtendedClientDetails())
                .map(ExtendedClientDetails::getTimeZoneId)
                .filter(id -> !id.isBlank())
                .flatMap(Reader::known)
                .orElse(ZoneOffset.UTC);
    }

    private static Optional<ZoneId> known(String id) {
        try {
            return Optional.of(ZoneId.of(id));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
