package io.usher.designer.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.usher.designer.canvas.Block;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** HTML with pieces of Liquid: written here, or in a large window beside what it looks like. */
final class HtmlSetting extends SettingField {

    private final Block.Field setting;
    private final TextArea field = SettingFields.bySelf(new TextArea());
    private boolean quiet;

    HtmlSetting(Block.Field setting, Choices choices, Consumer<@Nullable Object> edited) {
        this.setting = setting;
        addClassName("us-template");
        prepare(field);
        field.setLabel(setting.label());
        field.setHelperText(setting.help());
        field.setRequiredIndicatorVisible(setting.required());
        field.setMinRows(6);
        field.setMaxRows(14);
        field.addValueChangeListener(change -> {
            if (!quiet) {
                edited.accept(change.getValue().isEmpty() ? null : change.getValue());
            }
        });
        var menu = new TemplateMenu(choices::facts, new Caret<>(field)::insert);
        var large = new Button(
                getTranslation("form.html.large"),
                click -> new HtmlDialog(setting.label(), field.getValue(), choices, field::setValue).open());
        large.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        large.addClassName("us-html-large");
        var tools = new Div(large, menu);
        tools.addClassName("us-template-tools");
        add(field, tools);
    }

    /** How a field for HTML looks and tells what is written. */
    static void prepare(TextArea area) {
        area.addClassName("us-html");
        area.setValueChangeMode(ValueChangeMode.LAZY);
        area.setValueChangeTimeout(TextSetting.PAUSE_MILLIS);
        area.getElement().setAttribute("spellcheck", "false");
        area.getElement().setAttribute("autocapitalize", "off");
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
