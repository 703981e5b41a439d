package io.usher.designer.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The rows of a table under the days they belong to, the newest day first; rows without a day are in one group. */
class DayGroups {

    private static final DateTimeFormatter THIS_YEAR = DateTimeFormatter.ofPattern("EEEE, d MMMM");
    private static final DateTimeFormatter LONG_AGO = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy");

    private final NativeTable table;
    private final Component speaker;
    private final List<Stretch> stretches = new ArrayList<>();
    private int columns;

    DayGroups(NativeTable table, Component speaker) {
        this.table = table;
        this.speaker = speaker;
    }

    void columns(int count) {
        columns = count;
    }

    /** Below all others. */
    void addLast(NativeTableRow row, Optional<Instant> time) {
        var day = day(time);
        var goesOn = !stretches.isEmpty() && stretches.getLast().day().equals(day);
        if (!goesOn || stretches.getLast().isFull()) {
            var last = new Stretch(day.orElse(null), columns);
            stretches.addLast(last);
            table.getElement().appendChild(last.getElement());
            if (!goesOn) {
                begin(last);
            }
        }
        stretches.getLast().addLast(row);
    }

    /** Above all others. */
    void addFirst(NativeTableRow row, Optional<Instant> time) {
        var day = day(time);
        var goesOn = !stretches.isEmpty() && stretches.getFirst().day().equals(day);
        if (!goesOn || stretches.getFirst().isFull()) {
            var first = new Stretch(day.orElse(null), columns);
            table.getElement().insertChild(1, first.getElement());
            if (goesOn) {
                stretches.getFirst().goOn().ifPresent(first::begin);
            } else {
                begin(first);
            }
            stretches.addFirst(first);
        }
        stretches.getFirst().addFirst(row);
    }

    /** Takes a row away, and its day when it was the only one. */
    void remove(NativeTableRow row) {
        of(row).ifPresent(stretch -> {
            stretch.take(row);
            if (stretch.isEmpty()) {
                int at = stretches.indexOf(stretch);
                stretches.remove(at);
                stretch.getElement().removeFromParent();
                stretch.goOn()
                        .filter(title -> at < stretches.size())
                        .filter(title -> stretches.get(at).day().equals(stretch.day()))
                        .ifPresent(title -> stretches.get(at).begin(title));
            }
        });
    }

    void clear() {
        stretches.forEach(stretch -> {
            stretch.removeAll();
            stretch.getElement().removeFromParent();
        });
        stretches.clear();
    }

    /** A row is on the page, however far it is from what is in view. */
    void bring(NativeTableRow row) {
        of(row).ifPresent(Stretch::near);
    }

    /** Today is yesterday after midnight. */
    void nameDays() {
        stretches.forEach(stretch -> stretch.day().map(this::name).ifPresent(stretch::call));
    }

    private void begin(Stretch stretch) {
        stretch.day().ifPresent(day -> {
            var title = new DayTitle(columns);
            title.call(name(day));
            stretch.begin(title);
        });
    }

    private Optional<Stretch> of(NativeTableRow row) {
        return stretches.stream().filter(stretch -> stretch.holds(row)).findFirst();
    }

    private String name(LocalDate day) {
        var ui = UI.getCurrent();
        return name(speaker, day, LocalDate.now(TimeText.zone(ui)), ui.getLocale());
    }

    static String name(Component speaker, LocalDate day, LocalDate today, Locale locale) {
        if (day.equals(today)) {
            return speaker.getTranslation("list.today");
        }
        if (day.equals(today.minusDays(1))) {
            return speaker.getTranslation("list.yesterday");
        }
        var form = day.getYear() == today.getYear() ? THIS_YEAR : LONG_AGO;
        return form.withLocale(locale).format(day);
    }

    private static Optional<LocalDate> day(Optional<Instant> time) {
        return time.map(at -> LocalDate.ofInstant(at, TimeText.zone(UI.getCurrent())));
    }
}
