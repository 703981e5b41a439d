package io.usher.designer.list;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of a table under the days they belong to, the newest day first; rows without a day are in one group. */
class DayGroups {

    private static final DateTimeFormatter THIS_YEAR = DateTimeFormatter.ofPattern("EEEE, d MMMM");
    private static final DateTimeFormatter LONG_AGO = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy");

    private record Group(
            @Nullable LocalDate day,
            NativeTableBody body,
            @Nullable NativeTableHeaderCell title) {}

    private final NativeTable table;
    private final Component speaker;
    private final List<Group> groups = new ArrayList<>();
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
        if (groups.isEmpty() || !same(groups.getLast().day(), day)) {
            groups.add(group(day));
            table.getElement().appendChild(groups.getLast().body().getElement());
        }
        groups.getLast().body().add(row);
    }

    /** Above all others. */
    void addFirst(NativeTableRow row, Optional<Instant> time) {
        var day = day(time);
        if (groups.isEmpty() || !same(groups.getFirst().day(), day)) {
            groups.addFirst(group(day));
            table.getElement().insertChild(1, groups.getFirst().body().getElement());
        }
        groups.getFirst().body().addComponentAtIndex(groups.getFirst().title() == null ? 0 : 1, row);
    }

    /** Takes a row away, and its day when it was the only one. */
    void remove(NativeTableRow row) {
        row.getElement().removeFromParent();
        groups.stream()
                .filter(group -> group.body().getElement().getChildCount() == (group.title() == null ? 0 : 1))
                .toList()
                .forEach(empty -> {
                    groups.remove(empty);
                    empty.body().getElement().removeFromParent();
                });
    }

    void clear() {
        groups.forEach(group -> {
            group.body().removeAll();
            group.body().getElement().removeFromParent();
        });
        groups.clear();
    }

    /** Today is yesterday after midnight. */
    void nameDays() {
        groups.forEach(group -> {
            if (group.title() != null && group.day() != null) {
                group.title().setText(name(group.day()));
            }
        });
    }

    private Group group(@Nullable LocalDate day) {
        var body = new NativeTableBody();
        if (day == null) {
            return new Group(null, body, null);
        }
        var title = new NativeTableHeaderCell(name(day));
        title.getElement().setAttribute("scope", "rowgroup");
        title.getElement().setAttribute("colspan", String.valueOf(columns));
        var row = new NativeTableRow(title);
        row.addClassName("us-day");
        body.add(row);
        return new Group(day, body, title);
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

    private static @Nullable LocalDate day(Optional<Instant> time) {
        return time.map(at -> LocalDate.ofInstant(at, TimeText.zone(UI.getCurrent())))
                .orElse(null);
    }

    private static boolean same(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null ? other == null : one.equals(other);
    }
}
