package io.usher.designer.list;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** What has come for a list while its rows must stay where they are: said above them, and shown on a click. */
class News<T> extends Div {

    /** More than this is not kept one by one. */
    private static final int KEPT = 500;

    /** Tells the rows when the pointer begins to move over them, and when it has rested for a while or left. */
    static final String POINTING = """
            const rows = this;
            if (rows.usherPointing) return;
            rows.usherPointing = true;
            let rest;
            let moving = false;
            const say = now => { if (moving !== now) { moving = now; rows.$server.pointing(now); } };
            rows.addEventListener('pointermove', event => {
              if (event.pointerType === 'touch') return;
              clearTimeout(rest);
              rest = setTimeout(() => say(false), 2500);
              say(true);
            });
            rows.addEventListener('pointerleave', () => { clearTimeout(rest); say(false); });
            """;

    private final Consumer<List<T>> show;
    private final Runnable begin;
    private final NativeButton button = new NativeButton("", click -> release());
    private final Map<String, T> waiting = new LinkedHashMap<>();
    private boolean held;
    private boolean pointing;
    private boolean more;

    News(Consumer<List<T>> show, Runnable begin) {
        this.show = show;
        this.begin = begin;
        addClassName("us-news");
        getElement().setAttribute("role", "status");
        button.getElement().setAttribute("type", "button");
        add(button);
        setVisible(false);
    }

    /** Newest first. */
    void come(List<T> fresh, Function<T, String> id) {
        var all = new LinkedHashMap<String, T>();
        fresh.forEach(item -> all.put(id.apply(item), item));
        waiting.forEach(all::putIfAbsent);
        waiting.clear();
        waiting.putAll(all);
        settle();
    }

    /** Too many to be shown one by one: the list would begin anew. */
    void comeMany() {
        more = true;
        settle();
    }

    void hold(boolean still) {
        held = still;
        settle();
    }

    void pointing(boolean now) {
        pointing = now;
        settle();
    }

    void clear() {
        waiting.clear();
        more = false;
        setVisible(false);
    }

    private void settle() {
        if (!held && !pointing) {
            release();
            return;
        }
        int count = waiting.size();
        setVisible(count > 0 || more);
        button.setText(more || count > KEPT ? getTranslation("list.news.many") : getTranslation("list.news", count));
    }

    private void release() {
        var fresh = new ArrayList<>(waiting.values());
        boolean anew = more || fresh.size() > KEPT;
        clear();
        if (anew) {
            begin.run();
        } else if (!fresh.isEmpty()) {
            show.accept(fresh);
        }
    }
}
