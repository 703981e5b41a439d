package io.usher.designer.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import io.usher.designer.canvas.Block;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Yes or no. */
final class FlagSetting extends SettingField {

    private final Block.Field setting;
    private final Checkbox field = SettingFields.bySelf(new Checkbox());
    private boolean quiet;

    FlagSetting(Block.Field setting, Consumer<@Nullable Object> edited) {
        this.setting = setting;
        field.setLabel(setting.label());
        field.setHelperText(setting.help());
        field.addValueChangeListener(change -> {
            if (!quiet) {
                edited.accept(change.getValue());
            }
        });
        add(field);
    }

    @Override
    void show(@Nullable Object value) {
        quiet = true;
        field.setValue(Boolean.parseBoolean(String.valueOf(value == null ? setting.defaultValue() : value)));
        quiet = false;
    }

    @Override
    Component field() {
        return field;
    }
}
