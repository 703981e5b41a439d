package io.usher.designer.list;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Some rows that stand together, all of one day. Far out of view they are not on the page: a line as high as they were keeps
 * their place, and they are back before anybody sees it. Where the focus is they stay.
 */
class Stretch extends NativeTableBody {

    /** So many rows come and go together. */
    static final int MOST = 25;

    /** Tells when the rows go far out of view, with their height then, and when they come near. */
    private static final String WATCH = Scroller.OF + """
            const rows = this;
            if (rows.usherWatch) rows.usherWatch.disconnect();
            let near = true;
            let told = true;
            const height = each => each ? each.getBoundingClientRect().height : 0;
            const tell = () => {
              if (near === told || !rows.isConnected || (!near && rows.contains(document.activeElement))) return;
              told = near;
              if (near) rows.$server.near();
              else rows.$server.far(height(rows) - height(rows.querySelector(':scope > .us-day')));
            };
            rows.usherWatch = new IntersectionObserver(
                seen => { near = seen.at(-1).isIntersecting; tell(); },
                { root: scrollerOf(rows), rootMargin: '1200px 0px' });
            rows.usherWatch.observe(rows);
            if (!rows.usherFocus) {
              rows.usherFocus = true;
              rows.addEventListener('focusout', () => setTimeout(() => rows.usherTell(), 0));
            }
            rows.usherTell = tell;
            """;

    private final @Nullable LocalDate day;
    private final int columns;
    private final List<NativeTableRow> rows = new ArrayList<>();
    private Optional<DayTitle> title = Optional.empty();
    private Optional<NativeTableRow> place = Optional.empty();
    private double rowHeight;

    /** @param columns that the table has */
    Stretch(@Nullable LocalDate day, int columns) {
        this.day = day;
        this.columns = columns;
    }

    Optional<LocalDate> day() {
        return Optional.ofNullable(day);
    }

    boolean isFull() {
        return rows.size() >= MOST;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    boolean holds(NativeTableRow row) {
        return rows.contains(row);
    }

    void addLast(NativeTableRow row) {
        rows.addLast(row);
        if (place.isEmpty()) {
            add(row);
        }
        keepPlace();
    }

    void addFirst(NativeTableRow row) {
        rows.addFirst(row);
        if (place.isEmpty()) {
            addComponentAtIndex(title.isEmpty() ? 0 : 1, row);
        }
        keepPlace();
    }

    void take(NativeTableRow row) {
        rows.remove(row);
        row.getElement().removeFromParent();
        keepPlace();
    }

    /** The name of the day stands above its first rows. */
    void begin(DayTitle named) {
        title = Optional.of(named);
        getElement().removeAttribute("aria-label");
        addComponentAtIndex(0, named);
    }

    /** Other rows begin the day now. */
    Optional<DayTitle> goOn() {
        var given = title;
        given.ifPresent(this::remove);
        title = Optional.empty();
        return given;
    }

    /** What the day is called now. */
    void call(String name) {
        title.ifPresentOrElse(named -> named.call(name), () -> getElement().setAttribute("aria-label", name));
    }

    /** The rows are on the page, whatever is in view. */
    @ClientCallable
    void near() {
        place.ifPresent(line -> {
            remove(line);
            place = Optional.empty();
            rows.forEach(this::add);
        });
    }

    @ClientCallable
    void far(double height) {
        if (place.isEmpty() && !rows.isEmpty() && height > 0) {
            rowHeight = height / rows.size();
            rows.forEach(this::remove);
            var line = new NativeTableRow(new NativeTableCell());
            line.addClassName("us-away");
            place = Optional.of(line);
            add(line);
            keepPlace();
        }
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        getElement().executeJs(WATCH);
    }

    private void keepPlace() {
        place.flatMap(line -> line.getDataCell(0)).ifPresent(cell -> {
            cell.getElement().setAttribute("colspan", String.valueOf(columns));
            cell.getStyle().setHeight(rowHeight * rows.size() + "px");
            cell.removeAll();
            cell.add(new Span(getTranslation("list.rows-away", rows.size())));
        });
    }
}
