package io.usher.designer.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.usher.designer.canvas.Block;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A line of text. */
final class TextSetting extends SettingField {

    static final int PAUSE_MILLIS = 300;

    private final Block.Field setting;
    private final TextField field = SettingFields.bySelf(new TextField());
    private boolean quiet;

    TextSetting(Block.Field setting, Consumer<@Nullable Object> edited) {
        this.setting = setting;
        field.setLabel(setting.label());
        field.setHelperText(setting.help());
        field.setRequiredIndicatorVisible(setting.required());
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE_MILLIS);
        // leaving the field sends what the pause still held back
        field.addBlurListener(left -> {});
        field.addValueChangeListener(change -> {
            if (!quiet) {
                edited.accept(change.getValue().isEmpty() ? null : change.getValue());
            }
        });
        add(field);
    }

    @Override
    void show(@Nullable Object value) {
        quiet = true;
        field.setValue(Objects.toString(value == null ? setting.defaultValue() : value, ""));
        quiet = false;
    }

    @Override
    Component field() {
        return field;
    }
}
