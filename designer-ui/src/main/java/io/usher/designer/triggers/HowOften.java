package io.usher.designer.triggers;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import io.usher.designer.list.Refusals;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How often an event may start a workflow for the same contact. */
class HowOften extends Div {

    static final String EACH = "each";
    static final String ONCE = "once";
    static final String ONCE_IN = "once-in";

    private static final int LONGEST = 10_000;

    private final Select<String> mode = new Select<>();
    private final IntegerField every = new IntegerField();
    private final Select<String> unit = new Select<>();

    HowOften(Runnable changed) {
        addClassName("us-how-often");
        mode.setLabel(getTranslation("triggers.how-often"));
        mode.addClassName("us-mode");
        choices(mode, "triggers.mode.", List.of(EACH, ONCE, ONCE_IN));
        every.setLabel(getTranslation("triggers.every"));
        every.setStepButtonsVisible(true);
        every.setMin(1);
        every.setMax(LONGEST);
        every.setValue(1);
        every.setManualValidation(true);
        unit.setLabel(getTranslation("triggers.unit"));
        choices(unit, "triggers.unit.", List.of("hours", "days", "weeks", "months"));
        add(mode, every, unit);
        mode.addValueChangeListener(change -> changed(changed));
        every.addValueChangeListener(change -> changed(changed));
        unit.addValueChangeListener(change -> changed(changed));
        show(Map.of());
    }

    void show(Map<String, @Nullable Object> reentry) {
        mode.setValue(Objects.toString(reentry.get("mode"), EACH));
        every.setValue(reentry.get("every") instanceof Number number ? number.intValue() : 1);
        unit.setValue(Objects.toString(reentry.get("unit"), "hours"));
        reveal();
    }

    /** Writes what is chosen over what was there. */
    void write(Map<String, @Nullable Object> reentry) {
        reentry.put("mode", mode.getValue());
        Link.put(reentry, "every", onceIn() ? every.getValue() : null);
        Link.put(reentry, "unit", onceIn() ? unit.getValue() : null);
    }

    /** Whether it can be saved; says beside the field why not. */
    boolean check() {
        var number = every.getValue();
        var fine = !onceIn() || (number != null && number >= 1 && number <= LONGEST);
        if (!fine) {
            Refusals.refuse(every, getTranslation("triggers.every.wrong", LONGEST));
        }
        return fine;
    }

    void place(Refusals refusals, String at) {
        refusals.at(at, mode).at(at + ".mode", mode).at(at + ".every", every).at(at + ".unit", unit);
    }

    private boolean onceIn() {
        return ONCE_IN.equals(mode.getValue());
    }

    private void changed(Runnable told) {
        every.setInvalid(false);
        reveal();
        told.run();
    }

    private void reveal() {
        every.setVisible(onceIn());
        unit.setVisible(onceIn());
    }

    private void choices(Select<String> field, String words, List<String> values) {
        field.setItems(values);
        field.setItemLabelGenerator(value -> values.contains(value) ? getTranslation(words + value) : value);
    }
}
