package io.usher.designer.status;

import com.vaadin.flow.component.html.UnorderedList;
import io.usher.designer.engine.EngineProperties;
import io.usher.designer.engine.EngineState;
import io.usher.designer.engine.EngineState.Away;
import io.usher.designer.engine.EngineState.Running;
import io.usher.designer.engine.EngineState.Unknown;
import io.usher.designer.engine.EngineState.Waiting;
import io.usher.designer.engine.Health;
import io.usher.designer.look.EngineParts;
import io.usher.designer.look.Icon;
import io.usher.designer.look.StatusDot;
import io.usher.designer.look.StatusDot.Light;
import java.util.Map;
import java.util.Optional;

/** The four processes in the order a call goes through them. */
class House extends UnorderedList {

    private final PartCard designer = new PartCard(Icon.DESIGNER, "designer");
    private final PartCard engine = new PartCard(Icon.ENGINE, "engine");
    private final PartCard store = new PartCard(Icon.STORE, "store");
    private final PartCard broker = new PartCard(Icon.BROKER, "broker");
    private final String engineAddress;
    private Optional<Health> details = Optional.empty();
    private EngineState state = new Unknown();

    House(EngineProperties properties, String designerVersion, String designerAddress) {
        engineAddress = properties.url().toString();
        addClassName("us-house");
        add(designer, engine, store, broker);
        designer.show(Light.GOOD, getTranslation("state.running"))
                .put(getTranslation("fact.version"), designerVersion)
                .put(getTranslation("fact.address"), designerAddress);
    }

    /** What only a signed-in person is told: addresses and versions. */
    void showDetails(Health health) {
        details = Optional.of(health);
        show(state);
    }

    void show(EngineState state) {
        this.state = state;
        var facts = engine.show(StatusDot.of(state), words(state));
        state.engineVersion().ifPresent(version -> facts.put(getTranslation("fact.version"), version));
        facts.put(getTranslation("fact.address"), engineAddress);
        show(store, state.seen(), EngineParts.STORE);
        show(broker, state.seen(), EngineParts.BROKER);
    }

    private String words(EngineState state) {
        return switch (state) {
            case Unknown unknown -> getTranslation("state.looking");
            case Running running -> getTranslation("state.running");
            case Waiting waiting -> getTranslation("state.waits-for", EngineParts.names(this, waiting.waitsFor()));
            case Away away -> getTranslation("state.away");
        };
    }

    private void show(PartCard card, Optional<Health> seen, String name) {
        var part = seen.map(health -> health.parts().get(name));
        var facts = details.map(health -> health.parts().get(name))
                .map(Health.Part::details)
                .orElse(Map.of());
        if (seen.isEmpty() || part.isEmpty() && !seen.get().isUp()) {
            card.show(Light.OFF, getTranslation("state.unknown"));
        } else if (part.map(Health.Part::isUp).orElse(true)) {
            card.show(Light.GOOD, getTranslation("state.running")).putAll(facts);
        } else {
            card.show(Light.BAD, getTranslation("state.away")).putAll(facts);
        }
    }
}
