package io.usher.designer.list;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.engine.EngineException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A list that keeps the rows it has and fetches the next ones when its end comes into view. Rows are known by their id:
 * one that comes again is drawn anew where it stands, and only those of its cells that say something else, so that no click
 * is lost on a cell that was taken away under it. What comes by itself waits while somebody is about to click. Rows that are
 * far out of view are kept, but are not on the page ({@link Stretch}).
 */
public class Rows<T> extends Div {

    /** Where the rows come from; asked on a virtual thread. */
    @FunctionalInterface
    public interface Source<T> {
        Slice<T> after(Optional<String> cursor);
    }

    /** {@code acts}: what the cell does depends on more of the item than it shows. */
    private record Column<T>(Function<T, Component> cell, String look, boolean acts) {}

    private record Drawn<T>(T item, NativeTableRow row, List<String> shown) {}

    private final EngineCalls calls;
    private final Source<T> source;
    private final Function<T, String> id;
    private final List<Column<T>> columns = new ArrayList<>();
    private final Map<String, Drawn<T>> drawn = new LinkedHashMap<>();
    private final NativeTable table = new NativeTable();
    private final DayGroups groups = new DayGroups(table, this);
    private final NativeTableRow head = new NativeTableRow();
    private final Notice notice = new Notice();
    private final Skeleton skeleton = new Skeleton();
    private final Paragraph tooMany = new Paragraph();
    private final EndMark end = new EndMark(this::more);
    private final News<T> news;
    private Function<T, Optional<Instant>> time = item -> Optional.empty();
    private Consumer<List<T>> drawnAnew = items -> {};
    private Component empty = new Div();
    private Optional<String> next = Optional.empty();
    private Optional<String> marked = Optional.empty();
    private Optional<String> wanted = Optional.empty();
    private boolean anew = true;
    private boolean busy;
    private int asked;

    public Rows(EngineCalls calls, Source<T> source, Function<T, String> id) {
        this.calls = calls;
        this.source = source;
        this.id = id;
        news = new News<>(this::merge, this::load);
        addClassName("us-rows");
        table.getHead().add(head);
        tooMany.setText(getTranslation("list.too-many-begin"));
        tooMany.addClassName("us-too-many");
        tooMany.getElement().setAttribute("role", "status");
        tooMany.setVisible(false);
        var frame = new Div(table, skeleton);
        frame.addClassName("us-rows-frame");
        add(tooMany, news, frame, notice, end);
    }

    /** Adds a column; {@code look} is a word the style sheet knows: text, state, time, wide. */
    public Rows<T> column(String title, String look, Function<T, Component> cell) {
        return column(title, look, cell, false);
    }

    /** Adds a column whose cells do something with the item. */
    public Rows<T> actions(String title, String look, Function<T, Component> cell) {
        return column(title, look, cell, true);
    }

    private Rows<T> column(String title, String look, Function<T, Component> cell, boolean acts) {
        var header = new NativeTableHeaderCell(title);
        header.getElement().setAttribute("scope", "col");
        header.addClassName("us-cell-" + look);
        head.add(header);
        columns.add(new Column<>(cell, look, acts));
        groups.columns(columns.size());
        return this;
    }

    /** Puts the rows, which come by this time with the latest first, under their days; from the next answer on. */
    public void byDay(Function<T, Optional<Instant>> timeOf) {
        time = timeOf;
    }

    /** What stands here when there is no row. */
    public void whenEmpty(Component says) {
        remove(empty);
        empty = says;
        empty.setVisible(false);
        add(empty);
    }

    /** Told which rows have come or changed, once they are on the page. */
    public void whenDrawn(Consumer<List<T>> told) {
        drawnAnew = told;
    }

    /** Draws rows again, because something beside them is known now. */
    public void redraw(List<T> items) {
        for (var item : items) {
            Optional.ofNullable(drawn.get(id.apply(item))).ifPresent(known -> fill(known, false));
        }
    }

    /** Draws all rows again, because something beside them is known now. */
    public void redraw() {
        drawn.values().forEach(known -> fill(known, false));
    }

    /** Begins anew: the rows stay until the first ones of the other list are there. */
    public void load() {
        anew = true;
        next = Optional.empty();
        busy = false;
        news.clear();
        if (isAttached()) {
            fetch();
        }
    }

    /** Draws rows that are new above the others, and rows that are known again where they stand; newest first. */
    public void merge(List<T> fresh) {
        for (var item : fresh.reversed()) {
            if (isNew(item)) {
                groups.addFirst(row(item), time.apply(item));
            }
        }
        settle();
        drawnAnew.accept(fresh);
    }

    /** As {@link #merge}, for what came by itself: rows that are new wait while others must stay where they are. */
    public void come(List<T> fresh) {
        var waiting = new ArrayList<T>();
        for (var item : fresh) {
            if (isNew(item)) {
                waiting.add(item);
            }
        }
        if (drawn.isEmpty()) {
            merge(waiting);
        } else {
            news.come(waiting, id);
        }
        drawnAnew.accept(fresh.stream().filter(this::isDrawn).toList());
    }

    /** More came by itself than can be told one by one: the list begins anew, when it may. */
    public void comeMany() {
        news.comeMany();
    }

    /** Keeps every row where it is, until it is told otherwise. */
    public void hold(boolean still) {
        news.hold(still);
    }

    /** Marks the row that is open beside the list. */
    public void mark(Optional<String> open) {
        marked.map(drawn::get).ifPresent(known -> known.row().getElement().removeAttribute("aria-current"));
        marked = open;
        marked.map(drawn::get).ifPresent(known -> known.row().getElement().setAttribute("aria-current", "true"));
    }

    /** Begins anew, and brings this row into view as soon as it has been read, however many pages that takes. */
    public void reveal(String wantedId) {
        wanted = Optional.of(wantedId);
        load();
    }

    /** Draws one row as it is now; one that is no longer known is left alone. */
    public void update(T item) {
        isNew(item);
    }

    /** Takes a row away that is gone. */
    public void gone(T item) {
        Optional.ofNullable(drawn.remove(id.apply(item))).ifPresent(known -> groups.remove(known.row()));
        settle();
    }

    /** The number of rows on the page. */
    public int size() {
        return drawn.size();
    }

    /** Fetches the rows after the last one, if there are any. */
    public void more() {
        if (!busy && next.isPresent()) {
            fetch();
        }
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        getElement().executeJs(News.POINTING);
        if (drawn.isEmpty()) {
            load();
        }
    }

    /** Somebody moves the pointer over the rows, or has stopped. */
    @ClientCallable
    private void pointing(boolean now) {
        news.pointing(now);
    }

    private void fetch() {
        int mine = ++asked;
        var from = next;
        busy = true;
        notice.clear();
        empty.setVisible(false);
        if (!anew || drawn.isEmpty()) {
            skeleton.show(from.isEmpty());
        }
        table.getElement().setAttribute("aria-busy", String.valueOf(anew));
        calls.run(this, () -> source.after(from), slice -> came(mine, slice), failure -> failed(mine, failure));
    }

    private void came(int mine, Slice<T> slice) {
        if (mine != asked || !isAttached()) {
            return;
        }
        busy = false;
        next = slice.next();
        if (anew) {
            keepOnly(slice.items());
            tooMany.setVisible(slice.tooMany());
        }
        for (var item : slice.items()) {
            if (isNew(item)) {
                groups.addLast(row(item), time.apply(item));
            }
        }
        settle();
        end.watch();
        drawnAnew.accept(slice.items());
        wanted.ifPresent(this::bringIntoView);
    }

    /** The rows of the other list that are here already go to where they are there. */
    private void keepOnly(List<T> items) {
        anew = false;
        var ids = items.stream().map(id).collect(Collectors.toCollection(HashSet::new));
        groups.clear();
        drawn.keySet().retainAll(ids);
        for (var item : items) {
            if (!isNew(item)) {
                groups.addLast(known(item).row(), time.apply(item));
            } else {
                groups.addLast(row(item), time.apply(item));
            }
        }
    }

    private void bringIntoView(String sought) {
        var found = drawn.get(sought);
        if (found == null && next.isPresent()) {
            fetch();
            return;
        }
        wanted = Optional.empty();
        if (found != null) {
            groups.bring(found.row());
            var row = found.row().getElement();
            row.setAttribute("data-fresh", "");
            row.executeJs(
                    "this.scrollIntoView({block: 'center'}); this.querySelector('a')?.focus({preventScroll: true})");
        }
    }

    private void failed(int mine, EngineException failure) {
        if (mine == asked && isAttached()) {
            busy = false;
            if (anew) {
                groups.clear();
                drawn.clear();
            }
            settle();
            empty.setVisible(false);
            notice.show(failure, this::fetch);
        }
    }

    private void settle() {
        skeleton.hide();
        table.getElement().setAttribute("aria-busy", "false");
        table.setVisible(!drawn.isEmpty());
        empty.setVisible(drawn.isEmpty() && !busy);
        end.setVisible(next.isPresent());
        groups.nameDays();
    }

    private boolean isDrawn(T item) {
        return drawn.containsKey(id.apply(item));
    }

    private Drawn<T> known(T item) {
        return Optional.ofNullable(drawn.get(id.apply(item))).orElseThrow();
    }

    /** A row that is known is drawn anew, but only when it says something else. */
    private boolean isNew(T item) {
        if (!isDrawn(item)) {
            return true;
        }
        var known = known(item);
        if (!known.item().equals(item)) {
            var changed = new Drawn<>(item, known.row(), known.shown());
            drawn.put(id.apply(item), changed);
            fill(changed, true);
        }
        return false;
    }

    private NativeTableRow row(T item) {
        var row = new NativeTableRow();
        var shown = new ArrayList<String>();
        for (var column : columns) {
            var cell = new NativeTableCell();
            cell.addClassName("us-cell-" + column.look());
            row.add(cell);
            shown.add("");
        }
        var known = new Drawn<>(item, row, shown);
        drawn.put(id.apply(item), known);
        fill(known, true);
        if (marked.filter(id.apply(item)::equals).isPresent()) {
            row.getElement().setAttribute("aria-current", "true");
        }
        return row;
    }

    /** A cell that acts is made anew with its item; with the same item it may be under somebody's click. */
    private void fill(Drawn<T> known, boolean another) {
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            var content = column.cell().apply(known.item());
            var shows = content.getElement().getOuterHTML();
            if (another && column.acts() || !shows.equals(known.shown().get(i))) {
                var cell = known.row().getDataCell(i).orElseThrow();
                cell.removeAll();
                cell.add(content);
                known.shown().set(i, shows);
            }
        }
    }
}
