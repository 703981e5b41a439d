package io.usher.designer.engine;

import com.vaadin.flow.component.UI;

/** What happens when the engine wants the password once more before it does something. */
@FunctionalInterface
public interface PasswordAsk {

    /**
     * Called with the page's session locked.
     *
     * @param typed to be run when the engine has taken the password
     * @param dropped to be run when the person would rather not
     */
    void ask(UI ui, Runnable typed, Runnable dropped);
}
