package io.usher.designer.messages;

import com.vaadin.flow.component.Component;
import io.usher.designer.list.Choice;
import io.usher.designer.list.State;
import io.usher.designer.list.State.Tone;
import java.util.Arrays;
import java.util.List;

/** The states of a message, and how they look. */
enum MessageState {
    WAITING("waiting", Tone.CALM),
    HELD("held", Tone.WAITING),
    HANDING_OVER("handing-over", Tone.CALM),
    HANDED_OVER("handed-over", Tone.GOOD),
    REFUSED("refused", Tone.BAD),
    UNCERTAIN("uncertain", Tone.WAITING),
    DROPPED("dropped", Tone.OFF),
    WITHDRAWN("withdrawn", Tone.OFF);

    private final String key;
    private final Tone tone;

    MessageState(String key, Tone tone) {
        this.key = key;
        this.tone = tone;
    }

    boolean is(String state) {
        return key.equals(state);
    }

    static List<Choice> choices(Component speaker) {
        return Arrays.stream(values())
                .map(state -> new Choice(state.key, speaker.getTranslation("messages.state." + state.key)))
                .toList();
    }

    /** The state in a word; one that this designer does not know yet is shown as the engine calls it. */
    static State draw(Component speaker, String key) {
        return Arrays.stream(values())
                .filter(state -> state.key.equals(key))
                .findFirst()
                .map(state -> new State(speaker.getTranslation("messages.state." + key), state.tone))
                .orElseGet(() -> new State(key, Tone.OFF));
    }
}
