package io.usher.designer.look;

import com.vaadin.flow.component.html.Span;
import io.usher.designer.engine.EngineState;
import io.usher.designer.engine.EngineState.Away;
import io.usher.designer.engine.EngineState.Running;
import io.usher.designer.engine.EngineState.Unknown;
import io.usher.designer.engine.EngineState.Waiting;
import java.util.Locale;

/** A lamp for a state, always beside words: colour alone says nothing. */
public class StatusDot extends Span {

    /** How a lamp burns. */
    public enum Light {
        OFF,
        GOOD,
        WAITING,
        BAD
    }

    public StatusDot() {
        addClassName("us-status-dot");
        getElement().setAttribute("aria-hidden", "true");
        show(Light.OFF);
    }

    public void show(Light light) {
        getElement().setAttribute("data-light", light.name().toLowerCase(Locale.ROOT));
    }

    /** The light for the engine as a whole. */
    public static Light of(EngineState state) {
        return switch (state) {
            case Unknown unknown -> Light.OFF;
            case Running running -> Light.GOOD;
            case Waiting waiting -> Light.WAITING;
            case Away away -> Light.BAD;
        };
    }
}
