package io.usher.designer.list;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.html.Div;

/** Stands after the last row and tells when it comes near what is in view. */
class EndMark extends Div {

    private static final String WATCH = Scroller.OF + """
            const mark = this;
            if (mark.usherWatch) mark.usherWatch.disconnect();
            mark.usherWatch = new IntersectionObserver(
                seen => seen.some(each => each.isIntersecting) && mark.$server.seen(),
                { root: scrollerOf(mark), rootMargin: '400px' });
            mark.usherWatch.observe(mark);
            """;

    private final Runnable seen;

    EndMark(Runnable seen) {
        this.seen = seen;
        addClassName("us-end-mark");
        getElement().setAttribute("aria-hidden", "true");
    }

    /** Looks anew, also when the mark has been in view all the time. */
    void watch() {
        getElement().executeJs(WATCH);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        watch();
    }

    @ClientCallable
    void seen() {
        seen.run();
    }
}
