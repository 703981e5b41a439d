package io.usher.designer.engine;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.PageVisibility;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.signals.Signal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether a page can be seen at all, which it cannot while its tab is hidden. All of it happens with the page's session locked.
 */
final class InView {

    private final Set<Part> parts = new LinkedHashSet<>();
    private boolean seen = true;

    private InView() {}

    static InView of(UI ui) {
        var known = ComponentUtil.getData(ui, InView.class);
        if (known != null) {
            return known;
        }
        var view = new InView();
        ComponentUtil.setData(ui, InView.class, view);
        Signal.effect(ui, () -> view.heard(ui.getPage().pageVisibilitySignal().get() != PageVisibility.HIDDEN));
        return view;
    }

    boolean isSeen() {
        return seen;
    }

    /** Begins it now or as soon as the page is seen, ends it when the page is hidden, and so on until the answer is removed. */
    Registration whileSeen(Supplier<Registration> begin) {
        var part = new Part(begin);
        parts.add(part);
        part.go(seen);
        return () -> {
            parts.remove(part);
            part.go(false);
        };
    }

    /** Does it once: now, or when the page is seen again. */
    void whenSeen(Runnable act) {
        if (seen) {
            act.run();
            return;
        }
        var once = new Part[1];
        once[0] = new Part(() -> {
            parts.remove(once[0]);
            act.run();
            return () -> {};
        });
        parts.add(once[0]);
    }

    private void heard(boolean now) {
        if (seen != now) {
            seen = now;
            Signal.untracked(() -> {
                List.copyOf(parts).forEach(part -> part.go(now));
                return now;
            });
        }
    }

    private static final class Part {

        private final Supplier<Registration> begin;
        private @Nullable Registration running;

        Part(Supplier<Registration> begin) {
            this.begin = begin;
        }

        void go(boolean on) {
            if (on && running == null) {
                running = begin.get();
            } else if (!on && running != null) {
                running.remove();
                running = null;
            }
        }
    }
}
