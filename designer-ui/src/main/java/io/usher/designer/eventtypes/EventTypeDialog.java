package io.usher.designer.eventtypes;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.usher.designer.engine.EngineCalls;
import io.usher.designer.eventtypes.EventTypeClient.Entry;
import io.usher.designer.list.Confirmation;
import io.usher.designer.list.KeyField;
import io.usher.designer.list.Keys;
import io.usher.designer.list.Notice;
import io.usher.designer.list.Refusals;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Registers an event type, whose key is made from the name unless the person writes one; or changes one. */
public class EventTypeDialog extends Dialog {

    private final EngineCalls calls;
    private final Function<Entry, EventType> save;
    private final Consumer<EventType> saved;
    private final TextField name = new TextField(getTranslation("event-types.name"));
    private final KeyField key = new KeyField(getTranslation("event-types.key"), Keys::joined);
    private final Select<String> category = new Select<>();
    private final TextField keyParam = new TextField(getTranslation("event-types.key-param"));
    private final Button confirm = new Button();
    private final Notice notice = new Notice();
    private final Paragraph why = new Paragraph();
    private final Refusals refusals = new Refusals(notice)
            .at("key", key)
            .at("name", name)
            .at("category", category)
            .at("keyParam", keyParam);
    private List<EventType.Param> params = List.of();
    private List<String> begun = List.of();
    private boolean saving;

    private EventTypeDialog(EngineCalls calls, Function<Entry, EventType> save, Consumer<EventType> saved) {
        this.calls = calls;
        this.save = save;
        this.saved = saved;
        setWidth("min(30rem, 100vw - 4rem)");
        setCloseOnOutsideClick(false);
        addDialogCloseActionListener(wanted -> leave());
        fields();
        var form = new Div(why, name, key, category, keyParam, notice);
        form.addClassName("us-dialog-form");
        add(form);
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setDisableOnClick(true);
        confirm.addClickListener(click -> save());
        getFooter().add(new Button(getTranslation("list.cancel"), click -> close()), confirm);
    }

    /** Escape is pressed easily; what was typed is given up only by a word of its own. */
    private void leave() {
        if (written().equals(begun)) {
            close();
        } else {
            new Confirmation(
                            getTranslation("event-types.leave.title"),
                            getTranslation("event-types.leave.what"),
                            getTranslation("event-types.leave"),
                            this::close)
                    .open();
        }
    }

    private List<String> written() {
        return List.of(name.getValue(), key.getValue(), text(category.getValue()), keyParam.getValue());
    }

    /** Makes a new one, called as the person has typed already. */
    public static EventTypeDialog create(
            EngineCalls calls, String typed, Function<Entry, EventType> create, Consumer<EventType> created) {
        var dialog = new EventTypeDialog(calls, create, created);
        dialog.setHeaderTitle(dialog.getTranslation("event-types.new"));
        dialog.why.setText(dialog.getTranslation("event-types.new.why"));
        dialog.confirm.setText(dialog.getTranslation("event-types.create"));
        dialog.confirm.setId("create-type");
        dialog.name.setValue(typed);
        dialog.begun = dialog.written();
        return dialog;
    }

    static EventTypeDialog change(
            EngineCalls calls, EventType type, Function<Entry, EventType> change, Consumer<EventType> changed) {
        var dialog = new EventTypeDialog(calls, change, changed);
        dialog.setHeaderTitle(dialog.getTranslation("event-types.edit"));
        dialog.why.setVisible(false);
        dialog.confirm.setText(dialog.getTranslation("event-types.save"));
        dialog.confirm.setId("save-type");
        dialog.show(type);
        dialog.begun = dialog.written();
        return dialog;
    }

    private void show(EventType type) {
        name.setValue(type.name());
        key.setValue(type.key());
        key.setReadOnly(true);
        key.setHelperText(getTranslation("event-types.key.fixed"));
        if (category.getListDataView().getItems().noneMatch(type.category()::equals)) {
            category.setItems(type.category());
        }
        category.setValue(type.category());
        keyParam.setValue(Objects.toString(type.keyParam(), ""));
        params = type.params();
    }

    private void fields() {
        name.setId("type-name");
        name.setAutofocus(true);
        Stream.of(name, key, keyParam).forEach(field -> {
            field.setValueChangeMode(ValueChangeMode.EAGER);
            field.addKeyPressListener(Key.ENTER, enter -> save());
        });
        name.addValueChangeListener(change -> key.madeFrom(change.getValue()));
        key.setId("type-key");
        key.setHelperText(getTranslation("event-types.key.help"));
        category.setId("type-category");
        category.setLabel(getTranslation("event-types.category"));
        category.setItems(Category.keys());
        category.setItemLabelGenerator(choice -> Category.name(this, choice));
        category.setValue(Category.OTHER.key());
        keyParam.setId("type-key-param");
        keyParam.setHelperText(getTranslation("event-types.key-param.help"));
    }

    private void save() {
        if (saving) {
            return;
        }
        refusals.clear();
        if (key.key().isEmpty()) {
            var missing = name.getValue().isBlank() ? name : key;
            Refusals.refuse(missing, getTranslation("event-types." + (missing == name ? "name" : "key") + ".missing"));
            missing.focus();
            confirm.setEnabled(true);
            return;
        }
        saving(true);
        var entry = new Entry(
                name.getValue().strip(),
                key.key(),
                text(category.getValue()),
                keyParam.getValue().strip(),
                params);
        calls.run(
                this,
                () -> save.apply(entry),
                done -> {
                    close();
                    saved.accept(done);
                },
                failure -> {
                    saving(false);
                    refusals.show(failure);
                });
    }

    private void saving(boolean underWay) {
        saving = underWay;
        confirm.setEnabled(!underWay);
    }

    private static String text(@Nullable String value) {
        return Objects.toString(value, "");
    }
}
