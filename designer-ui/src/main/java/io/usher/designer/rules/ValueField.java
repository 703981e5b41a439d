package io.usher.designer.rules;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.usher.designer.list.Refusals;
import io.usher.designer.list.TimeText;
import io.usher.designer.rules.Facts.Fact;
import io.usher.designer.rules.Facts.Operator;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The value of a comparison: a text, number, moment, yes or no, or several; its type is kept until it is edited. */
final class ValueField extends Div {

    private static final String CHOICE = "choice";
    private static final int PAUSE_MILLIS = 300;

    private final String kind;
    private final Runnable told;

    @Nullable
    private final Object before;

    private Operator operator;
    private boolean touched;
    private Supplier<@Nullable Object> written = () -> null;

    private ValueField(String kind, Operator operator, @Nullable Object before, Runnable told) {
        this.kind = kind;
        this.operator = operator;
        this.before = before;
        this.told = told;
        addClassName("us-rule-field");
    }

    static ValueField of(Fact fact, Operator operator, @Nullable Object value, Runnable told) {
        var field = new ValueField(kind(fact, operator, value), operator, value, told);
        switch (field.kind) {
            case Operators.LIST -> field.list(fact);
            case "flag" -> field.flag();
            case "time" -> field.time();
            case CHOICE -> field.choice(fact);
            default -> field.text(fact);
        }
        return field;
    }

    /** The value as it stands in the rule; null while there is none. */
    @Nullable
    Object value() {
        return touched ? written.get() : before;
    }

    /** Marks that there is no value yet. */
    Component missing() {
        var field = getComponentAt(0);
        if (field instanceof HasValidation marked && !marked.isInvalid()) {
            marked.setManualValidation(true);
            Refusals.refuse(marked, getTranslation("rules.value.missing"));
        }
        return field;
    }

    /** Whether it could stand for a fact of this type with this operator. */
    boolean isSuited(Fact fact, Operator operator) {
        return kind.equals(kind(fact, operator, value()));
    }

    /** Stands for this operator from now on, with what is being typed. */
    void operator(Operator now) {
        operator = now;
    }

    boolean isWide() {
        return kind.equals(Operators.LIST) || kind.equals("time");
    }

    private static String kind(Fact fact, Operator operator, @Nullable Object value) {
        var type = fact.type();
        if (operator.value().equals(Operators.LIST)) {
            return Operators.LIST;
        }
        var inTime = type.equals("time") || operator.key().matches("before|after");
        if (inTime && (value == null || RuleValue.instant(value).isPresent())) {
            return "time";
        }
        if (value instanceof Boolean || (type.equals("flag") && value == null)) {
            return "flag";
        }
        var chosen = operator.key().matches("(not-)?equal") && (value == null || value instanceof String);
        if (chosen && !fact.choices().isEmpty()) {
            return CHOICE;
        }
        return type.equals("number") || value instanceof Number ? "number" : "text";
    }

    private void text(Fact fact) {
        var field = new TextField();
        field.setAriaLabel(getTranslation("rules.value"));
        field.setPlaceholder(fact.example() == null ? "" : RuleValue.written(fact.example()));
        field.setValue(before instanceof List<?> list && !list.isEmpty() ? RuleValue.written(list.getFirst()) : one());
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE_MILLIS);
        field.addBlurListener(left -> {});
        var number = fact.type().equals("number");
        written = () -> RuleValue.typed(field.getValue(), fact.type(), operator.key(), before);
        field.addValueChangeListener(change -> {
            var wrong = number
                    && !change.getValue().isBlank()
                    && RuleValue.number(change.getValue()).isEmpty();
            field.setErrorMessage(getTranslation("rules.value.number"));
            field.setInvalid(wrong);
            edited();
        });
        if (before instanceof List) {
            touched = true;
        }
        add(field);
    }

    private String one() {
        return before instanceof List ? "" : RuleValue.written(before);
    }

    /** One of the few values there are, or another that is typed. */
    private void choice(Fact fact) {
        var field = new ComboBox<String>();
        field.setAriaLabel(getTranslation("rules.value"));
        field.setPlaceholder(RuleValue.written(fact.example()));
        field.setAllowCustomValue(true);
        var items = new LinkedHashSet<>(fact.choices());
        if (before != null) {
            items.add(RuleValue.written(before));
        }
        field.setItems(items);
        field.setValue(before == null ? null : RuleValue.written(before));
        written = () -> RuleValue.typed(RuleValue.written(field.getValue()), fact.type(), operator.key(), before);
        field.addCustomValueSetListener(typed -> {
            items.add(typed.getDetail().strip());
            field.setItems(items);
            field.setValue(typed.getDetail().strip());
        });
        field.addValueChangeListener(change -> edited());
        add(field);
    }

    private void flag() {
        var field = new RadioButtonGroup<Boolean>();
        field.addClassName("us-segmented");
        field.setAriaLabel(getTranslation("rules.value"));
        field.setItems(true, false);
        field.setItemLabelGenerator(yes -> getTranslation(yes ? "rules.yes" : "rules.no"));
        if (before instanceof Boolean flag) {
            field.setValue(flag);
        }
        written = field::getValue;
        field.addValueChangeListener(change -> edited());
        add(field);
    }

    private void time() {
        var field = new DateTimePicker();
        field.setAriaLabel(getTranslation("rules.value"));
        field.setDateAriaLabel(getTranslation("rules.value.date"));
        field.setTimeAriaLabel(getTranslation("rules.value.time"));
        RuleValue.local(before, zone()).ifPresent(field::setValue);
        written = () -> Optional.ofNullable(field.getValue())
                .map(local -> local.atZone(zone()).toInstant())
                .map(Instant::toString)
                .orElse(null);
        field.addValueChangeListener(change -> edited());
        add(field);
    }

    private ZoneId zone() {
        return TimeText.zone(UI.getCurrent());
    }

    private void list(Fact fact) {
        var field = new MultiSelectComboBox<String>();
        field.setAriaLabel(getTranslation("rules.values"));
        field.setPlaceholder(getTranslation("rules.values.add"));
        field.setAllowCustomValue(true);
        field.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
        var originals = originals();
        var items = new LinkedHashSet<String>();
        originals.forEach(value -> items.add(RuleValue.written(value)));
        items.addAll(fact.choices());
        if (fact.example() != null) {
            items.add(RuleValue.written(fact.example()));
        }
        field.setItems(items);
        field.setValue(originals.stream().map(RuleValue::written).toList());
        written = () -> typed(field.getSelectedItems(), originals, fact);
        field.addCustomValueSetListener(typed -> {
            if (!typed.getDetail().isBlank()) {
                items.add(typed.getDetail().strip());
                var chosen = new LinkedHashSet<>(field.getSelectedItems());
                chosen.add(typed.getDetail().strip());
                field.setItems(items);
                field.setValue(chosen);
            }
        });
        field.addValueChangeListener(change -> edited());
        add(field);
    }

    private List<Object> originals() {
        return switch (before) {
            case null -> List.of();
            case List<?> list -> List.copyOf(list);
            default -> List.of(before);
        };
    }

    private @Nullable Object typed(Set<String> chosen, List<Object> originals, Fact fact) {
        var values = new ArrayList<Object>();
        for (var text : chosen) {
            var value = originals.stream()
                    .filter(original -> RuleValue.written(original).equals(text))
                    .findFirst()
                    .orElseGet(() -> RuleValue.typed(text, fact.type(), operator.key(), null));
            if (value != null) {
                values.add(value);
            }
        }
        return values.isEmpty() ? null : values;
    }

    private void edited() {
        touched = true;
        var missing = getTranslation("rules.value.missing");
        if (getComponentAt(0) instanceof HasValidation marked && missing.equals(marked.getErrorMessage())) {
            marked.setInvalid(false);
        }
        told.run();
    }
}
