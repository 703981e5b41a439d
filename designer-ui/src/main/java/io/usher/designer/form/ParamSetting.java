package io.usher.designer.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import io.usher.designer.canvas.Block;
import io.usher.designer.rules.Facts.Fact;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The name of a parameter: one that events had, or another that is typed. */
final class ParamSetting extends SettingField {

    private static final String EVENT = "event.";

    private final Choices choices;
    private final ComboBox<String> field = SettingFields.bySelf(new ComboBox<>());

    @Nullable
    private String param;

    private boolean quiet;

    ParamSetting(Block.Field setting, Choices choices, Consumer<@Nullable Object> edited) {
        this.choices = choices;
        field.setLabel(setting.label());
        field.setHelperText(setting.help());
        field.setRequiredIndicatorVisible(setting.required());
        field.setPlaceholder(getTranslation("form.param"));
        field.setAllowCustomValue(true);
        field.addCustomValueSetListener(typed -> {
            param = typed.getDetail().strip();
            choicesChanged();
            edited.accept(param);
        });
        field.addValueChangeListener(change -> {
            if (!quiet) {
                param = change.getValue();
                edited.accept(param);
            }
        });
        add(field);
    }

    @Override
    void show(@Nullable Object value) {
        param = value == null ? null : value.toString();
        choicesChanged();
    }

    @Override
    void choicesChanged() {
        quiet = true;
        var names = new ArrayList<>(choices.facts().facts().stream()
                .map(Fact::path)
                .filter(path -> path.startsWith(EVENT))
                .map(path -> path.substring(EVENT.length()))
                .toList());
        if (param != null && !names.contains(param)) {
            names.addFirst(param);
        }
        field.setItems(names);
        field.setValue(param);
        quiet = false;
    }

    @Override
    Component field() {
        return field;
    }
}
