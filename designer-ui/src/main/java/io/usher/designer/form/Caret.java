package io.usher.designer.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;

/** Remembers where the cursor stood in a text field, and puts a piece of text there. */
final class Caret<F extends Component & HasValue<?, String> & Focusable<?>> {

    private static final String START = "element.inputElement.selectionStart";
    private static final String END = "element.inputElement.selectionEnd";
    private static final String PUT_BACK = """
            const field = this;
            field.updateComplete.then(() => {
              field.focus();
              field.inputElement.setSelectionRange($0, $0);
            });
            """;
    private static final int NOWHERE = -1;

    private final F field;
    private int start = NOWHERE;
    private int end = NOWHERE;

    Caret(F field) {
        this.field = field;
        field.getElement()
                .addEventListener("focusout", left -> {
                    start = left.getEventData().path(START).asInt(NOWHERE);
                    end = left.getEventData().path(END).asInt(NOWHERE);
                })
                .addEventData(START)
                .addEventData(END);
    }

    /** Puts the text where the cursor stood, in place of what was marked; at the end when it stood nowhere. */
    void insert(String text) {
        var value = field.getValue();
        int from = start < 0 || start > value.length() ? value.length() : start;
        int to = end < from || end > value.length() ? from : end;
        field.setValue(value.substring(0, from) + text + value.substring(to));
        start = from + text.length();
        end = start;
        field.getElement().executeJs(PUT_BACK, start);
    }
}
