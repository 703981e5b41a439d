package io.usher.designer.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import io.usher.designer.canvas.Block;
import io.usher.designer.list.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Chooses a segment or an event type by its name; the drawing keeps its key. A new one is made in place. */
final class KeySetting extends SettingField {

    /** What was typed goes on as the name of the new one; the field shows again what is chosen. */
    private static final String SHOW_CHOSEN = "this._revertInputValueToValue?.()";

    private final Supplier<List<Named>> known;
    private final Consumer<@Nullable Object> edited;
    private final ComboBox<Named> field = SettingFields.bySelf(new ComboBox<>());
    private final NewThing fresh;

    @Nullable
    private String key;

    private List<Named> offered = List.of();
    private boolean quiet;

    private KeySetting(
            Block.Field setting,
            Supplier<List<Named>> known,
            Function<Consumer<Named>, NewThing> maker,
            Consumer<@Nullable Object> edited) {
        this.known = known;
        this.edited = edited;
        this.fresh = maker.apply(this::made);
        field.setLabel(setting.label());
        field.setHelperText(setting.help());
        field.setRequiredIndicatorVisible(setting.required());
        field.setClearButtonVisible(!setting.required());
        field.setPlaceholder(getTranslation("form.choose"));
        field.setItemLabelGenerator(this::label);
        field.setAllowCustomValue(true);
        field.addCustomValueSetListener(typed -> typed(typed.getDetail().strip()));
        field.addValueChangeListener(change -> {
            if (!quiet) {
                key = change.getValue() == null ? null : change.getValue().key();
                fresh.setVisible(false);
                edited.accept(key);
            }
        });
        add(field);
    }

    static KeySetting ofSegments(Block.Field setting, Choices choices, Consumer<@Nullable Object> edited) {
        var made = new KeySetting(
                setting,
                choices::segments,
                chosen -> new NewThing(Keys::dashed, choices.newSegment(), choices::createSegment, chosen),
                edited);
        made.offer("form.new.segment");
        return made;
    }

    static KeySetting ofEventTypes(Block.Field setting, Choices choices, Consumer<@Nullable Object> edited) {
        var made = new KeySetting(
                setting,
                choices::eventTypes,
                chosen -> new NewThing(Keys::joined, choices.newEventType(), choices::createEventType, chosen),
                edited);
        made.offer("form.new.event-type");
        return made;
    }

    @Override
    void show(@Nullable Object value) {
        key = value == null ? null : value.toString();
        choicesChanged();
    }

    @Override
    void choicesChanged() {
        quiet = true;
        var items = new ArrayList<>(known.get());
        var chosen = key == null ? null : among(items, key);
        // somebody may be typing: what is offered already is not offered anew
        if (!items.equals(offered)) {
            offered = List.copyOf(items);
            field.setItems(items);
        }
        field.setValue(chosen);
        quiet = false;
    }

    @Override
    Component field() {
        return field;
    }

    private void offer(String text) {
        var button = new Button(getTranslation(text), click -> fresh.open(""));
        button.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        button.addClassName("us-form-more");
        add(button, fresh);
    }

    /** A name or key that is known is chosen, another begins a new one. */
    private void typed(String text) {
        if (text.isEmpty()) {
            return;
        }
        known.get().stream()
                .filter(one -> one.label().equalsIgnoreCase(text) || one.key().equals(text))
                .findFirst()
                .ifPresentOrElse(field::setValue, () -> {
                    field.getElement().executeJs(SHOW_CHOSEN);
                    fresh.open(text);
                });
    }

    private void made(Named thing) {
        key = thing.key();
        choicesChanged();
        edited.accept(key);
        field.focus();
    }

    private static Named among(List<Named> items, String key) {
        for (var item : items) {
            if (item.key().equals(key)) {
                return item;
            }
        }
        var unknown = new Named(key, null);
        items.add(unknown);
        return unknown;
    }

    private String label(Named thing) {
        return known.get().isEmpty()
                        || known.get().stream().anyMatch(one -> one.key().equals(thing.key()))
                ? thing.label()
                : getTranslation("form.unknown", thing.label());
    }
}
