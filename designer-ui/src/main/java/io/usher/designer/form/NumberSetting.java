package io.usher.designer.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.usher.designer.canvas.Block;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A whole number; what is no number yet is kept as it was written, and said. */
final class NumberSetting extends SettingField {

    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");

    private final Block.Field setting;
    private final TextField field = SettingFields.bySelf(new TextField());
    private boolean quiet;

    NumberSetting(Block.Field setting, Consumer<@Nullable Object> edited) {
        this.setting = setting;
        field.addClassName("us-number");
        field.setLabel(setting.label());
        field.setHelperText(setting.help());
        field.setRequiredIndicatorVisible(setting.required());
        field.getElement().setAttribute("inputmode", "numeric");
        // the number that stands there is seldom built upon: typing replaces it
        field.setAutoselect(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(TextSetting.PAUSE_MILLIS);
        field.addBlurListener(left -> {});
        field.addValueChangeListener(change -> {
            if (!quiet) {
                edited.accept(typed(change.getValue().strip()));
            }
        });
        add(field);
    }

    @Override
    void show(@Nullable Object value) {
        quiet = true;
        field.setValue(written(value == null ? setting.defaultValue() : value));
        quiet = false;
    }

    @Override
    Optional<String> complaint() {
        var written = field.getValue().strip();
        if (written.isEmpty()) {
            return Optional.empty();
        }
        if (!WHOLE.matcher(written).matches()) {
            return Optional.of(getTranslation("form.number"));
        }
        long number = Long.parseLong(written);
        var tooSmall = setting.min() != null && number < setting.min();
        var tooLarge = setting.max() != null && number > setting.max();
        return tooSmall || tooLarge ? Optional.of(range()) : Optional.empty();
    }

    @Override
    Component field() {
        return field;
    }

    private String range() {
        if (setting.min() == null) {
            return getTranslation("form.number.most", setting.max());
        }
        return setting.max() == null
                ? getTranslation("form.number.least", setting.min())
                : getTranslation("form.number.between", setting.min(), setting.max());
    }

    private static @Nullable Object typed(String written) {
        if (written.isEmpty()) {
            return null;
        }
        return WHOLE.matcher(written).matches() ? (Object) Long.valueOf(written) : written;
    }

    private static String written(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> {
                var plain = new BigDecimal(number.toString());
                yield plain.signum() == 0 ? "0" : plain.stripTrailingZeros().toPlainString();
            }
            default -> value.toString().toLowerCase(Locale.ROOT);
        };
    }
}
