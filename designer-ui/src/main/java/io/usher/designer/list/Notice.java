package io.usher.designer.list;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.usher.designer.engine.EngineException;
import io.usher.designer.engine.EngineException.Away;
import io.usher.designer.engine.EngineException.Refused;
import io.usher.designer.engine.EngineException.SignedOut;
import io.usher.designer.engine.EngineException.Stale;
import io.usher.designer.engine.EngineException.TooManyTries;

/** Says in place what could not be done and why, and offers to try again. */
public class Notice extends Div {

    private final Span words = new Span();
    private final Button again = new Button(getTranslation("list.again"));
    private Runnable retry = () -> {};

    public Notice() {
        addClassName("us-trouble");
        getElement().setAttribute("role", "alert");
        again.addClickListener(click -> retry.run());
        add(words, again);
        setVisible(false);
    }

    /** Shows the failure with a way to try again. */
    public void show(EngineException failure, Runnable retry) {
        show(failure, getTranslation("list.again"), retry);
    }

    /** Shows the failure with another way out than trying again. */
    public void show(EngineException failure, String wayOut, Runnable taken) {
        retry = taken;
        again.setText(wayOut);
        again.setVisible(true);
        show(text(failure));
    }

    /** Shows a failure that trying again does not mend. */
    public void show(EngineException failure) {
        again.setVisible(false);
        show(text(failure));
    }

    public void clear() {
        setVisible(false);
    }

    private void show(String text) {
        words.setText(text);
        setVisible(true);
    }

    private String text(EngineException failure) {
        return switch (failure) {
            case Away away -> getTranslation("list.away");
            case Refused refused -> refused.problem().text();
            case Stale stale -> stale.detail();
            case TooManyTries tooMany ->
                getTranslation("list.too-many", tooMany.retryAfter().toSeconds());
            case SignedOut signedOut -> getTranslation("sign-in.ended");
        };
    }
}
