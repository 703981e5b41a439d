package io.usher.designer.list;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time as the person's clock shows it, with the exact one on hover. */
@Tag("time")
public class TimeText extends Component {

    private static final DateTimeFormatter SAME_DAY = DateTimeFormatter.ofPattern("d MMM, HH:mm:ss");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter SAME_YEAR = DateTimeFormatter.ofPattern("d MMM, HH:mm");
    private static final DateTimeFormatter LONG_AGO = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm");
    private static final DateTimeFormatter EXACT_TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    private static final Pattern SAID = Pattern.compile("(\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}) UTC");
    private static final DateTimeFormatter SAID_FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

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

    /** A sentence of the engine, which says times in UTC, with the times of the person's clock. */
    public static String readable(String sentence) {
        var ui = UI.getCurrent();
        return SAID.matcher(sentence).replaceAll(said -> {
            var at = LocalDateTime.parse(said.group(1), SAID_FORM).toInstant(ZoneOffset.UTC);
            return Matcher.quoteReplacement(saidAt(at, Clock.system(zone(ui)), ui.getLocale()));
        });
    }

    /** With the day also when it is today's: sentences go on being read tomorrow. */
    static String saidAt(Instant at, Clock clock, Locale locale) {
        var then = at.atZone(clock.getZone());
        var form = then.getYear() == clock.instant().atZone(clock.getZone()).getYear() ? SAME_YEAR : LONG_AGO;
        return form.withLocale(locale).format(then);
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
        return form.withLocale(locale).format(then);
    }

    static String exactly(Instant instant, ZoneId zone, Locale locale) {
        var then = instant.atZone(zone);
        var date = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale);
        return date.format(then) + ", " + EXACT_TIME.format(then) + " " + zone.getId();
    }

    /** Where the person is, as the browser says. */
    public static ZoneId zone(UI ui) {
        return Optional.ofNullable(ui.getPage().getExtendedClientDetails())
                .map(details -> details.getTimeZoneId())
                .filter(id -> !id.isBlank())
                .flatMap(TimeText::known)
                .orElse(ZoneOffset.UTC);
    }

    private static Optional<ZoneId> known(String id) {
        try {
            return Optional.of(ZoneId.of(id));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private void addClassName() {
        getElement().getClassList().add("us-when");
    }
}
