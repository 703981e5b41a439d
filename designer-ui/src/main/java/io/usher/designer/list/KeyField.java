package io.usher.designer.list;

import com.vaadin.flow.component.textfield.TextField;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * A key that is made from a name unless a person writes one. The one that is made is shown as the placeholder and never
 * put into the field: on a slow way to the server it would come over what was typed meanwhile.
 */
public class KeyField extends TextField {

    private final UnaryOperator<String> keyOf;

    /** @param keyOf one of {@link Keys} */
    public KeyField(String label, UnaryOperator<String> keyOf) {
        super(label);
        this.keyOf = keyOf;
    }

    /** The name is this now. */
    public void madeFrom(String name) {
        setPlaceholder(keyOf.apply(name));
    }

    /** What the person wrote, else what is made from the name; empty when that gives none. */
    public String key() {
        var written = getValue().strip();
        return written.isEmpty() ? Objects.toString(getPlaceholder(), "") : written;
    }
}
