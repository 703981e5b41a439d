package io.usher.designer.list;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import io.usher.designer.engine.Reader;
import io.usher.designer.look.Languages;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** A time as the person's clock shows it, with the exact one on hover. */
@Tag("time")
public class TimeText extends Component {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");
    private static final String SAME_DAY = "d MMM, HH:mm:ss";
    private static final String SAME_YEAR = "d MMM, HH:mm";
    private static final String LONG_AGO = "d MMM yyyy, HH:mm";
    private static final DateTimeFormatter EXACT_TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    private final Instant instant;
    private final boolean seconds;

    public TimeText(Instant instant) {
        this(instant, true);
    }

    /** Without the seconds of today, where nobody counts them. */
    public static TimeText toTheMinute(Instant instant) {
        return new TimeText(instant, false);
    }

    private TimeText(Instant instant, boolean seconds) {
        this.instant = instant;
        this.seconds = seconds;
        addClassName();
        getElement().setAttribute("datetime", instant.toString());
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        var ui = attached.getUI();
        var zone = zone(ui);
        var now = Clock.system(zone);
        getElement().setText(seconds ? shortly(instant, now, ui.getLocale()) : saidAt(instant, now, ui.getLocale()));
        getElement().setAttribute("title", exactly(instant, zone, ui.getLocale()));
    }

    /** The time in a sentence, for texts that are not a component. */
    public static String words(UI ui, Instant instant) {
        return shortly(instant, Clock.system(zone(ui)), ui.getLocale());
    }

    /** With the day also when it is today's: sentences go on being read tomorrow. */
    static String saidAt(Instant at, Clock clock, Locale locale) {
        var then = at.atZone(clock.getZone());
        var form = then.getYear() == clock.instant().atZone(clock.getZone()).getYear() ? SAME_YEAR : LONG_AGO;
        return form(form, locale).format(then);
    }

    /** Only hours and minutes in a sentence, for what happened just now; with the day when that is another one. */
    public static String clock(UI ui, Instant instant) {
        var now = Clock.system(zone(ui));
        var then = instant.atZone(now.getZone());
        var today =
                then.toLocalDate().equals(now.instant().atZone(now.getZone()).toLocalDate());
        return today ? MINUTES.format(then) : shortly(instant, now, ui.getLocale());
    }

    static String shortly(Instant instant, Clock clock, Locale locale) {
        var then = instant.atZone(clock.getZone());
        var now = clock.instant().atZone(clock.getZone());
        var form = then.toLocalDate().equals(now.toLocalDate())
                ? SAME_DAY
                : then.getYear() == now.getYear() ? SAME_YEAR : LONG_AGO;
        return form(form, locale).format(then);
    }

    /** Swedish has a full stop behind a shortened month, and no comma behind that. */
    private static DateTimeFormatter form(String pattern, Locale locale) {
        return DateTimeFormatter.ofPattern(Languages.isSwedish(locale) ? pattern.replace(",", "") : pattern, locale);
    }

    static String exactly(Instant instant, ZoneId zone, Locale locale) {
        var then = instant.atZone(zone);
        var date = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale);
        return date.format(then) + ", " + EXACT_TIME.format(then) + " " + zone.getId();
    }

    /** Where the person is, as the browser says. */
    public static ZoneId zone(UI ui) {
        return Reader.zone(ui);
    }

    private void addClassName() {
        getElement().getClassList().add("us-when");
    }
}
