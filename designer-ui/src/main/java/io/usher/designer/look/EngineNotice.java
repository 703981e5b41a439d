package io.usher.designer.look;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.usher.designer.engine.EngineProperties;
import io.usher.designer.engine.EngineState;
import io.usher.designer.engine.EngineState.Away;
import io.usher.designer.engine.EngineState.Running;
import io.usher.designer.engine.EngineState.Unknown;
import io.usher.designer.engine.EngineState.Waiting;
import io.usher.designer.engine.EngineWatch;

/** Says that the engine is away or waits for something, and goes by itself when that is over. */
public class EngineNotice extends Div {

    private final String address;
    private final StatusDot dot = new StatusDot();
    private final Span words = new Span();

    public EngineNotice(EngineWatch watch, EngineProperties properties) {
        address = properties.url().toString();
        addClassName("us-notice");
        getElement().setAttribute("role", "status");
        add(dot, words);
        watch.show(this, this::show);
    }

    private void show(EngineState state) {
        dot.show(StatusDot.of(state));
        words.setText(
                switch (state) {
                    case Unknown unknown -> "";
                    case Running running -> "";
                    case Waiting waiting ->
                        getTranslation("engine.waiting", EngineParts.names(this, waiting.waitsFor()));
                    case Away away -> getTranslation("engine.away", address);
                });
        setVisible(!words.getText().isEmpty());
    }
}
