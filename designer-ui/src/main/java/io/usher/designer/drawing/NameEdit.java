package io.usher.designer.drawing;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;

/** A name that becomes a field where it stands: Enter or leaving it takes the new name, Escape the old one. */
class NameEdit extends Div {

    private static final int LONGEST = 200;

    private final Consumer<String> renamed;
    private final NativeButton shown = new NativeButton();
    private final H1 heading = new H1(shown);
    private final TextField field = new TextField();
    private String name = "";
    private boolean editing;

    NameEdit(Consumer<String> renamed) {
        this.renamed = renamed;
        addClassName("us-name");
        shown.setId("workflow-name");
        shown.addClickListener(click -> edit());
        field.setId("workflow-name-field");
        field.setMaxLength(LONGEST);
        field.setAriaLabel(getTranslation("drawing.name"));
        field.setVisible(false);
        field.addBlurListener(left -> finish(true));
        field.addKeyDownListener(Key.ENTER, enter -> finishByKey(true));
        field.addKeyDownListener(Key.ESCAPE, escape -> finishByKey(false));
        add(heading, field);
    }

    void show(String text, boolean mayChange) {
        name = text;
        shown.setText(text);
        shown.setEnabled(mayChange);
        shown.getElement().setAttribute("title", text);
        shown.getElement().setAttribute("aria-label", getTranslation("drawing.name.change", text));
    }

    private void edit() {
        editing = true;
        heading.setVisible(false);
        field.setValue(name);
        field.setVisible(true);
        field.focus();
        field.getElement().executeJs("setTimeout(() => this.inputElement && this.inputElement.select())");
    }

    /** The field goes, so the focus goes back to where it came from. */
    private void finishByKey(boolean taken) {
        finish(taken);
        shown.focus();
    }

    private void finish(boolean taken) {
        if (!editing) {
            return;
        }
        editing = false;
        var typed = field.getValue().strip();
        field.setVisible(false);
        heading.setVisible(true);
        if (taken && !typed.isEmpty() && !typed.equals(name)) {
            show(typed, true);
            renamed.accept(typed);
        }
    }
}
