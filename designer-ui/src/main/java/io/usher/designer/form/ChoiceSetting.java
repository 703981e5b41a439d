package io.usher.designer.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import io.usher.designer.canvas.Block;
import io.usher.designer.canvas.Block.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One of a few values: side by side when they are two or three, else in a list. */
final class ChoiceSetting extends SettingField {

    private static final int SIDE_BY_SIDE = 3;
    private static final int LETTERS_IN_A_LINE = 34;

    private final Block.Field setting;
    private final Component field;
    private final Consumer<@Nullable String> set;
    private List<String> offered = List.of();
    private boolean quiet;

    ChoiceSetting(Block.Field setting, Consumer<@Nullable Object> edited) {
        this.setting = setting;
        if (setting.options().size() <= SIDE_BY_SIDE) {
            var radios = SettingFields.bySelf(new RadioButtonGroup<String>());
            radios.setLabel(setting.label());
            radios.setHelperText(setting.help());
            radios.setRequiredIndicatorVisible(setting.required());
            radios.addClassName(fitsALine(setting.options()) ? "us-segmented" : "us-stacked");
            radios.setItemLabelGenerator(this::label);
            radios.addValueChangeListener(change -> told(change.getValue(), edited));
            set = value -> {
                offer(values(value), radios::setItems);
                radios.setValue(value);
            };
            field = radios;
        } else {
            var select = SettingFields.bySelf(new Select<String>());
            select.setLabel(setting.label());
            select.setHelperText(setting.help());
            // what begins with a value is never empty, and the list's button may not be marked as required
            select.setRequiredIndicatorVisible(setting.required() && setting.defaultValue() == null);
            select.setItemLabelGenerator(this::label);
            select.addValueChangeListener(change -> told(change.getValue(), edited));
            set = value -> {
                offer(values(value), select::setItems);
                select.setValue(value);
            };
            field = select;
        }
        add(field);
        show(null);
    }

    @Override
    void show(@Nullable Object value) {
        quiet = true;
        var chosen = value == null ? setting.defaultValue() : value;
        set.accept(chosen == null ? null : chosen.toString());
        quiet = false;
    }

    @Override
    Component field() {
        return field;
    }

    private void told(@Nullable String value, Consumer<@Nullable Object> edited) {
        if (!quiet) {
            edited.accept(value);
        }
    }

    /** A choice that is on its way from the browser is understood as long as the items have not been given anew. */
    private void offer(List<String> values, Consumer<List<String>> items) {
        if (!values.equals(offered)) {
            offered = values;
            items.accept(values);
        }
    }

    /** The options, and a value that was set elsewhere. */
    private List<String> values(@Nullable String value) {
        var values =
                new ArrayList<>(setting.options().stream().map(Option::value).toList());
        if (value != null && !values.contains(value)) {
            values.add(value);
        }
        return values;
    }

    private String label(@Nullable String value) {
        return setting.options().stream()
                .filter(option -> option.value().equals(value))
                .map(Option::label)
                .findFirst()
                .orElse(value == null ? "" : value);
    }

    private static boolean fitsALine(List<Option> options) {
        return options.stream().mapToInt(option -> option.label().length()).sum() <= LETTERS_IN_A_LINE;
    }
}
