package io.usher.designer.form;

import com.vaadin.flow.component.HasComponents;
import io.usher.designer.canvas.Block;
import io.usher.designer.canvas.Block.Field;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Makes a block's fields and lays them out: one below the other, a number beside its unit. */
record FormLayout(Block block, Choices choices, BiConsumer<Field, @Nullable Object> edited) {

    void lay(HasComponents form, Map<Field, SettingField> made) {
        var all = block.fields();
        for (int i = 0; i < all.size(); i++) {
            var field = make(all.get(i), made);
            if (i + 1 < all.size() && belongTogether(all.get(i), all.get(i + 1))) {
                i++;
                form.add(BlockElement.pair(field, make(all.get(i), made)));
            } else {
                form.add(field);
            }
        }
    }

    private SettingField make(Field field, Map<Field, SettingField> made) {
        var shown = SettingFields.of(field, choices, value -> edited.accept(field, value));
        shown.addClassName("us-setting");
        shown.getElement().setAttribute("data-setting", field.name());
        made.put(field, shown);
        return shown;
    }

    private static boolean belongTogether(Field number, Field unit) {
        return number.kind().equals("number")
                && unit.kind().equals("choice")
                && unit.name().toLowerCase(Locale.ROOT).endsWith("unit")
                && number.shownWhen().equals(unit.shownWhen());
    }
}
