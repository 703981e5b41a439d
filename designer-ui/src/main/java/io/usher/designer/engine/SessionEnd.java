package io.usher.designer.engine;

import com.vaadin.flow.component.UI;

/** What happens to a page whose session the engine no longer knows. */
@FunctionalInterface
public interface SessionEnd {

    /** Called with the page's session locked. */
    void end(UI ui);
}
