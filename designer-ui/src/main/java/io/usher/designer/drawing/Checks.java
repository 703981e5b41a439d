package io.usher.designer.drawing;

import com.vaadin.flow.component.Component;
import io.usher.designer.engine.EngineCalls;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Asks the engine about the draft; asked again while it is being asked, it asks once more afterwards. */
class Checks<T> {

    private final EngineCalls calls;
    private final Component page;
    private final Supplier<T> question;
    private final Consumer<T> heard;
    private boolean asking;
    private boolean again;

    /** @param question asked on a virtual thread; without an answer all stays as it was */
    Checks(EngineCalls calls, Component page, Supplier<T> question, Consumer<T> heard) {
        this.calls = calls;
        this.page = page;
        this.question = question;
        this.heard = heard;
    }

    void ask() {
        if (asking || !page.isAttached()) {
            again = asking;
            return;
        }
        asking = true;
        calls.run(page, question, this::answered, failure -> over());
    }

    private void answered(T answer) {
        heard.accept(answer);
        over();
    }

    private void over() {
        asking = false;
        if (again) {
            again = false;
            ask();
        }
    }
}
