package io.usher.designer.workflows;

import com.vaadin.flow.component.Component;
import io.usher.designer.list.Choice;
import io.usher.designer.list.State;
import java.util.Arrays;
import java.util.List;

/** Where a workflow is in its life. */
public enum WorkflowStatus {
    DRAFT("draft", State.Tone.CALM),
    ACTIVE("active", State.Tone.GOOD),
    PAUSED("paused", State.Tone.WAITING),
    ARCHIVED("archived", State.Tone.OFF);

    private final String key;
    private final State.Tone tone;

    WorkflowStatus(String key, State.Tone tone) {
        this.key = key;
        this.tone = tone;
    }

    public boolean is(String status) {
        return key.equals(status);
    }

    /** The status as a pill; one this designer does not know yet in the engine's word. */
    public static State draw(Component speaker, String status) {
        return Arrays.stream(values())
                .filter(known -> known.is(status))
                .findFirst()
                .map(known -> new State(known.word(speaker), known.tone))
                .orElseGet(() -> new State(status, State.Tone.OFF));
    }

    static List<Choice> choices(Component speaker) {
        return Arrays.stream(values())
                .map(status -> new Choice(status.key, status.word(speaker)))
                .toList();
    }

    private String word(Component speaker) {
        return speaker.getTranslation("workflows.status." + key);
    }
}
