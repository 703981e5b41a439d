package io.usher.designer.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The field of one setting. */
abstract class SettingField extends Div {

    /** Shows a value without telling it as an edit. */
    abstract void show(@Nullable Object value);

    /** The component that takes the cursor and says what is wrong. */
    abstract Component field();

    /** What the field itself sees to be wrong with its value. */
    Optional<String> complaint() {
        return Optional.empty();
    }

    /** The engine told other facts, segments or event types. */
    void choicesChanged() {}

    /** Says what is wrong, or no more. */
    void problem(Optional<String> text) {
        if (field() instanceof HasValidation field) {
            field.setErrorMessage(text.orElse(""));
            field.setInvalid(text.isPresent());
        }
    }
}
