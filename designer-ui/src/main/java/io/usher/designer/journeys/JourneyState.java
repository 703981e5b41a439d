package io.usher.designer.journeys;

import com.vaadin.flow.component.Component;
import io.usher.designer.list.Choice;
import io.usher.designer.list.State;
import io.usher.designer.list.State.Tone;
import java.util.Arrays;
import java.util.List;

/** The states of a journey, and how they look. */
enum JourneyState {
    RUNNING("running", Tone.CALM),
    FAILED("failed", Tone.BAD),
    FINISHED("finished", Tone.GOOD),
    STOPPED("stopped", Tone.OFF);

    private final String key;
    private final Tone tone;

    JourneyState(String key, Tone tone) {
        this.key = key;
        this.tone = tone;
    }

    static List<Choice> choices(Component speaker) {
        return Arrays.stream(values())
                .map(state -> new Choice(state.key, speaker.getTranslation("journeys.state." + state.key)))
                .toList();
    }

    /** The state in a word; one that this designer does not know yet is shown as the engine calls it. */
    static State draw(Component speaker, String key) {
        return Arrays.stream(values())
                .filter(state -> state.key.equals(key))
                .findFirst()
                .map(state -> new State(speaker.getTranslation("journeys.state." + key), state.tone))
                .orElseGet(() -> new State(key, Tone.OFF));
    }
}
