package io.usher.designer.eventtypes;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.engine.EngineException;
import io.usher.designer.engine.EngineException.Refused;
import io.usher.designer.engine.Problem.FieldError;
import io.usher.designer.eventtypes.EventTypes.NewType;
import io.usher.designer.list.Notice;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/** Registers an event type; the key is made from the name until the person writes one. */
class NewTypeDialog extends Dialog {

    private final EngineCalls calls;
    private final Function<NewType, EventType> create;
    private final Consumer<EventType> created;
    private final TextField name = new TextField(getTranslation("event-types.name"));
    private final TextField key = new TextField(getTranslation("event-types.key"));
    private final Select<Category> category = new Select<>();
    private final TextField keyParam = new TextField(getTranslation("event-types.key-param"));
    private final Button save = new Button(getTranslation("event-types.create"));
    private final Notice notice = new Notice();
    private boolean keyIsOwn;

    NewTypeDialog(EngineCalls calls, Function<NewType, EventType> create, Consumer<EventType> created) {
        this.calls = calls;
        this.create = create;
        this.created = created;
        setHeaderTitle(getTranslation("event-types.new"));
        setWidth("30rem");
        fields();
        var form = new Div(new Paragraph(getTranslation("event-types.new.why")), name, key, category, keyParam, notice);
        form.addClassName("us-dialog-form");
        add(form);
        save.setId("create-type");
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setDisableOnClick(true);
        save.addClickListener(click -> save());
        getFooter().add(new Button(getTranslation("list.cancel"), click -> close()), save);
    }

    private void fields() {
        name.setId("type-name");
        name.setAutofocus(true);
        name.setValueChangeMode(ValueChangeMode.EAGER);
        name.addValueChangeListener(change -> {
            if (!keyIsOwn) {
                key.setValue(keyOf(change.getValue()));
            }
        });
        key.setId("type-key");
        key.setHelperText(getTranslation("event-types.key.help"));
        key.addValueChangeListener(change -> keyIsOwn |= change.isFromClient());
        category.setLabel(getTranslation("event-types.category"));
        category.setItems(Category.values());
        category.setItemLabelGenerator(choice -> choice.name(this));
        category.setValue(Category.OTHER);
        keyParam.setId("type-key-param");
        keyParam.setHelperText(getTranslation("event-types.key-param.help"));
    }

    private void save() {
        notice.clear();
        Map.of("key", key, "name", name, "keyParam", keyParam).values().forEach(field -> field.setInvalid(false));
        if (key.isEmpty()) {
            refuse(key, getTranslation("event-types.key.missing"));
            save.setEnabled(true);
            return;
        }
        var type = new NewType(
                name.getValue().strip(),
                key.getValue().strip(),
                category.getValue().key(),
                keyParam.getValue().strip());
        calls.run(
                this,
                () -> create.apply(type),
                done -> {
                    close();
                    created.accept(done);
                },
                this::failed);
    }

    private void failed(EngineException failure) {
        save.setEnabled(true);
        var placed = failure instanceof Refused refused
                && refused.problem().errors().stream().allMatch(this::isPlaced)
                && !refused.problem().errors().isEmpty();
        if (!placed) {
            notice.show(failure);
        }
    }

    /** Whether the refusal could be said at its field. */
    private boolean isPlaced(FieldError error) {
        var field = Map.of("key", key, "name", name, "keyParam", keyParam).get(Objects.toString(error.field()));
        if (field == null) {
            return false;
        }
        refuse(field, Objects.toString(error.message(), ""));
        return true;
    }

    private static void refuse(HasValidation field, String why) {
        field.setErrorMessage(why);
        field.setInvalid(true);
    }

    static String keyOf(String name) {
        var words = name.replaceAll("[^A-Za-z0-9 ]", " ").strip().split("\\s+");
        var key = new StringBuilder();
        for (var word : words) {
            if (!word.isEmpty()) {
                var first = word.substring(0, 1);
                key.append(key.isEmpty() ? first.toLowerCase(Locale.ROOT) : first.toUpperCase(Locale.ROOT))
                        .append(word.substring(1));
            }
        }
        return key.toString();
    }
}
