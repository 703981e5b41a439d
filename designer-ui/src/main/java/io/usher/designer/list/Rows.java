package io.usher.designer.list;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.engine.EngineException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A list that keeps the rows it has and fetches the next ones when its end comes into view. Rows are known by their id:
 * one that comes again is drawn anew where it stands.
 */
public class Rows<T> extends Div {

    /** Where the rows come from; asked on a virtual thread. */
    @FunctionalInterface
    public interface Source<T> {
        Slice<T> after(Optional<String> cursor);
    }

    private record Column<T>(Function<T, Component> cell, String look) {}

    private record Drawn<T>(T item, NativeTableRow row) {}

    private final EngineCalls calls;
    private final Source<T> source;
    private final Function<T, String> id;
    private final List<Column<T>> columns = new ArrayList<>();
    private final Map<String, Drawn<T>> drawn = new HashMap<>();
    private final NativeTable table = new NativeTable();
    private final NativeTableRow head = new NativeTableRow();
    private final Notice notice = new Notice();
    private final Skeleton skeleton = new Skeleton();
    private final EndMark end = new EndMark(this::more);
    private Consumer<List<T>> drawnAnew = items -> {};
    private Component empty = new Div();
    private Optional<String> next = Optional.empty();
    private Optional<String> marked = Optional.empty();
    private boolean busy;
    private int asked;

    public Rows(EngineCalls calls, Source<T> source, Function<T, String> id) {
        this.calls = calls;
        this.source = source;
        this.id = id;
        addClassName("us-rows");
        table.getHead().add(head);
        var frame = new Div(table, skeleton);
        frame.addClassName("us-rows-frame");
        add(frame, notice, end);
    }

    /** Adds a column; {@code look} is a word the style sheet knows: text, state, time, wide. */
    public Rows<T> column(String title, String look, Function<T, Component> cell) {
        var header = new NativeTableHeaderCell(title);
        header.getElement().setAttribute("scope", "col");
        header.addClassName("us-cell-" + look);
        head.add(header);
        columns.add(new Column<>(cell, look));
        return this;
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
            Optional.ofNullable(drawn.get(id.apply(item))).ifPresent(known -> fill(known.row(), known.item()));
        }
    }

    /** Begins anew: the rows go, the first ones are fetched. */
    public void load() {
        drawn.clear();
        table.getBody().removeAll();
        next = Optional.empty();
        busy = false;
        if (isAttached()) {
            fetch();
        }
    }

    /** Draws rows that are new above the others, and rows that are known again where they stand; newest first. */
    public void merge(List<T> fresh) {
        for (var item : fresh.reversed()) {
            if (isNew(item)) {
                table.getBody().addComponentAsFirst(row(item));
            }
        }
        settle();
        drawnAnew.accept(fresh);
    }

    /** Marks the row that is open beside the list. */
    public void mark(Optional<String> open) {
        marked.map(drawn::get).ifPresent(known -> known.row().getElement().removeAttribute("aria-current"));
        marked = open;
        marked.map(drawn::get).ifPresent(known -> known.row().getElement().setAttribute("aria-current", "true"));
    }

    /** Draws one row as it is now; one that is no longer known is left alone. */
    public void update(T item) {
        isKnown(item);
    }

    /** Takes a row away that is gone. */
    public void gone(T item) {
        Optional.ofNullable(drawn.remove(id.apply(item)))
                .ifPresent(known -> table.getBody().remove(known.row()));
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
        if (drawn.isEmpty()) {
            load();
        }
    }

    private void fetch() {
        int mine = ++asked;
        var from = next;
        busy = true;
        notice.clear();
        empty.setVisible(false);
        skeleton.show(from.isEmpty());
        calls.run(this, () -> source.after(from), slice -> came(mine, slice), failure -> failed(mine, failure));
    }

    private void came(int mine, Slice<T> slice) {
        if (mine != asked) {
            return;
        }
        busy = false;
        next = slice.next();
        for (var item : slice.items()) {
            if (isNew(item)) {
                table.getBody().add(row(item));
            }
        }
        settle();
        end.watch();
        drawnAnew.accept(slice.items());
    }

    private void failed(int mine, EngineException failure) {
        if (mine == asked) {
            busy = false;
            settle();
            empty.setVisible(false);
            notice.show(failure, this::fetch);
        }
    }

    private void settle() {
        skeleton.hide();
        table.setVisible(!drawn.isEmpty());
        empty.setVisible(drawn.isEmpty() && !busy);
        end.setVisible(next.isPresent());
    }

    /** A row that is known is drawn anew, but only when it says something else. */
    private boolean isNew(T item) {
        return !isKnown(item);
    }

    private boolean isKnown(T item) {
        var known = drawn.get(id.apply(item));
        if (known != null && !known.item().equals(item)) {
            drawn.put(id.apply(item), new Drawn<>(item, known.row()));
            fill(known.row(), item);
        }
        return known != null;
    }

    private NativeTableRow row(T item) {
        var row = new NativeTableRow();
        drawn.put(id.apply(item), new Drawn<>(item, row));
        fill(row, item);
        if (marked.filter(id.apply(item)::equals).isPresent()) {
            row.getElement().setAttribute("aria-current", "true");
        }
        return row;
    }

    private void fill(NativeTableRow row, T item) {
        row.removeAll();
        for (var column : columns) {
            var cell = new NativeTableCell(column.cell().apply(item));
            cell.addClassName("us-cell-" + column.look());
            row.add(cell);
        }
    }
}
