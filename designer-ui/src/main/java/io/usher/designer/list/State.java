package io.usher.designer.list;

import com.vaadin.flow.component.html.Span;

/** A state in a word, on the ground of its tone; the word says it, the colour helps. */
public class State extends Span {

    /** What a state means for the person who looks. */
    public enum Tone {
        GOOD("good"),
        CALM("calm"),
        WAITING("waiting"),
        BAD("bad"),
        OFF("off");

        private final String key;

        Tone(String key) {
            this.key = key;
        }
    }

    public State(String word, Tone tone) {
        super(word);
        addClassName("us-state");
        getElement().setAttribute("data-tone", tone.key);
    }
}
