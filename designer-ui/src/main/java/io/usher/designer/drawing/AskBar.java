package io.usher.designer.drawing;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A line above the canvas that waits for a decision, or only tells something; what is drawn goes on below it. */
class AskBar extends Div {

    private final Span words = new Span();
    private final Div answers = new Div();

    AskBar(String id) {
        setId(id);
        addClassName("us-ask");
        answers.addClassName("us-ask-answers");
        getElement().setAttribute("role", "alert");
        add(words, answers);
        setVisible(false);
    }

    /** What can wait: it is read out when nothing else is, and does not stand out. */
    AskBar calm() {
        getElement().setAttribute("role", "status");
        addClassName("us-ask-calm");
        return this;
    }

    /** What is said already is not read out once more. */
    void say(String text, Button... choices) {
        if (isVisible() && choices.length == 0 && text.equals(words.getText())) {
            return;
        }
        words.setText(text);
        answers.removeAll();
        answers.add(choices);
        setVisible(true);
    }

    /** The same question in better words. */
    void reword(String text) {
        words.setText(text);
    }

    /** A choice that ends the question. */
    Button choice(String id, String text, Runnable chosen) {
        var button = new Button(text, click -> {
            close();
            chosen.run();
        });
        button.setId(id);
        return button;
    }

    void close() {
        setVisible(false);
    }
}
