package io.usher.designer.form;

import com.vaadin.flow.component.HasValidation;
import io.usher.designer.canvas.Block;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Which field a setting gets, by its kind in the catalogue; a kind nobody knows here is written as text. */
final class SettingFields {

    private SettingFields() {}

    static SettingField of(Block.Field field, Choices choices, Consumer<@Nullable Object> edited) {
        return switch (field.kind()) {
            case "template" -> new TemplateSetting(field, choices, edited);
            case "html-template" -> new HtmlSetting(field, choices, edited);
            case "number" -> new NumberSetting(field, edited);
            case "choice" -> new ChoiceSetting(field, edited);
            case "flag" -> new FlagSetting(field, edited);
            case "segment" -> KeySetting.ofSegments(field, choices, edited);
            case "event-type" -> KeySetting.ofEventTypes(field, choices, edited);
            case "param" -> new ParamSetting(field, choices, edited);
            default -> new TextSetting(field, edited);
        };
    }

    /** The field says itself when something is wrong, never by rules of its own. */
    static <F extends HasValidation> F bySelf(F field) {
        field.setManualValidation(true);
        return field;
    }
}
