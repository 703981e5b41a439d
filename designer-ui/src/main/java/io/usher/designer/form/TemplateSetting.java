package io.usher.designer.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.usher.designer.canvas.Block;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A text with pieces of Liquid in it: one line, or more where it may be long. */
final class TemplateSetting extends SettingField {

    private static final long LONGEST_LINE = 2_000;

    private final Block.Field setting;
    private final TextFieldBase<?, String> field;
    private boolean quiet;

    TemplateSetting(Block.Field setting, Choices choices, Consumer<@Nullable Object> edited) {
        this.setting = setting;
        addClassName("us-template");
        TemplateMenu menu;
        if (setting.max() == null || setting.max() <= LONGEST_LINE) {
            var line = new TextField();
            menu = new TemplateMenu(choices::facts, new Caret<>(line)::insert);
            field = line;
        } else {
            var lines = new TextArea();
            lines.setMaxRows(8);
            menu = new TemplateMenu(choices::facts, new Caret<>(lines)::insert);
            field = lines;
        }
        field.setManualValidation(true);
        field.setLabel(setting.label());
        field.setHelperText(setting.help());
        field.setRequiredIndicatorVisible(setting.required());
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(TextSetting.PAUSE_MILLIS);
        field.addValueChangeListener(change -> {
            if (!quiet) {
                edited.accept(change.getValue().isEmpty() ? null : change.getValue());
            }
        });
        add(field, menu);
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
