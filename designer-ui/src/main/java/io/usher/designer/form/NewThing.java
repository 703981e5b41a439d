package io.usher.designer.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.usher.designer.engine.EngineException;
import io.usher.designer.engine.EngineException.Refused;
import io.usher.designer.list.KeyField;
import io.usher.designer.list.Notice;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Makes a segment or an event type in place: a name, and the key that is made from it. */
class NewThing extends Div {

    /** How it is made at the engine. */
    interface Maker {
        void make(Component owner, Named thing, Consumer<Named> done, Consumer<EngineException> failed);
    }

    /** A name that somebody began to type; it outlives the form, as a look at another block closes that. */
    static final class Begun {

        private String name = "";
    }

    private final Maker maker;
    private final Begun begun;
    private final Consumer<Named> made;
    private final TextField name = new TextField(getTranslation("form.new.name"));
    private final KeyField key;
    private final Button create = new Button(getTranslation("form.new.create"), click -> create());
    private final Notice notice = new Notice();

    NewThing(UnaryOperator<String> keyOf, Begun begun, Maker maker, Consumer<Named> made) {
        this.maker = maker;
        this.begun = begun;
        this.made = made;
        key = new KeyField(getTranslation("form.new.key"), keyOf);
        addClassName("us-new-thing");
        name.addClassName("us-new-name");
        name.setValueChangeMode(ValueChangeMode.EAGER);
        name.addValueChangeListener(change -> {
            name.setInvalid(false);
            key.madeFrom(change.getValue());
            begun.name = change.getValue();
        });
        name.addKeyPressListener(Key.ENTER, enter -> create());
        key.addClassName("us-new-key");
        key.setHelperText(getTranslation("form.new.key.help"));
        key.setValueChangeMode(ValueChangeMode.EAGER);
        key.addValueChangeListener(change -> key.setInvalid(false));
        key.addKeyPressListener(Key.ENTER, enter -> create());
        create.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.SMALL);
        create.addClassName("us-new-create");
        var cancel = new Button(getTranslation("list.cancel"), click -> done());
        cancel.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        var buttons = new Div(create, cancel);
        buttons.addClassName("us-form-buttons");
        add(name, key, notice, buttons);
        setVisible(false);
    }

    /** Asks for it; the name may be known already, else what was typed before stands there again. */
    void open(String suggested) {
        notice.clear();
        create.setEnabled(true);
        if (!suggested.isEmpty()) {
            key.clear();
            name.setValue(suggested);
        } else if (name.isEmpty()) {
            name.setValue(begun.name);
        }
        setVisible(true);
        name.focus();
    }

    private void done() {
        name.clear();
        key.clear();
        setVisible(false);
    }

    private void create() {
        if (!create.isEnabled()) {
            return;
        }
        notice.clear();
        if (key.key().isEmpty()) {
            refuse(name.getValue().isBlank() ? name : key, getTranslation("form.required"));
            return;
        }
        create.setEnabled(false);
        maker.make(
                this,
                new Named(key.key(), name.getValue().strip()),
                thing -> {
                    create.setEnabled(true);
                    done();
                    made.accept(thing);
                },
                this::failed);
    }

    private void failed(EngineException failure) {
        create.setEnabled(true);
        if (failure instanceof Refused refused) {
            refuse(key, refused.problem().text());
        } else {
            notice.show(failure);
        }
    }

    private static void refuse(TextField field, String why) {
        field.setErrorMessage(why);
        field.setInvalid(true);
        field.focus();
    }
}
