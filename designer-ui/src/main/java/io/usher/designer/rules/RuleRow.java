package io.usher.designer.rules;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.usher.designer.list.Refusals;
import io.usher.designer.look.Icon;
import io.usher.designer.rules.Facts.Fact;
import io.usher.designer.rules.Facts.Operator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One comparison: a fact, an operator that suits it, and a value of its type. */
final class RuleRow extends RulePart {

    private static final String FIRST_OPERATOR = "equal";

    private final RuleScope scope;
    private final FactField fact;
    private final Select<Operator> operator = new Select<>();
    private final Div place = new Div();

    @Nullable
    private Object untouched;

    @Nullable
    private String compare;

    private ValueField value;
    private List<Operator> offered = List.of();
    private boolean quiet;

    RuleRow(RuleScope scope, Consumer<RulePart> removed) {
        this(new RuleNode.Comparison("", FIRST_OPERATOR, null, null, ""), scope, removed);
        untouched = null;
    }

    RuleRow(RuleNode.Comparison comparison, RuleScope scope, Consumer<RulePart> removed) {
        this.scope = scope;
        this.fact = new FactField(scope.root());
        this.untouched = comparison.json();
        this.compare = comparison.compare();
        addClassNames("us-rule-part", "us-rule-row");
        fact.facts(scope.facts());
        fact.path(comparison.fact().isEmpty() ? null : comparison.fact());
        fact.onChosen(this::factChosen);
        operator.setAriaLabel(getTranslation("rules.operator"));
        operator.setItemLabelGenerator(Operator::label);
        operators(Operators.shown(comparison.fact(), comparison.operator(), comparison.value()));
        operator.addValueChangeListener(change -> {
            if (!quiet) {
                operatorChosen();
            }
        });
        place.addClassName("us-rule-value");
        value = field(comparison.value());
        add(fact, removeButton(getTranslation("rules.remove"), () -> removed.accept(this)), operator, place);
        arrange();
    }

    static Button removeButton(String label, Runnable removed) {
        var remove = new Button(Icon.CLOSE.draw(), click -> removed.run());
        remove.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        remove.addClassName("us-rule-remove");
        remove.setAriaLabel(label);
        remove.setTooltipText(label);
        return remove;
    }

    @Override
    @Nullable
    Object json() {
        if (untouched != null) {
            return untouched;
        }
        var path = fact.path();
        if (path == null) {
            return null;
        }
        var json = new LinkedHashMap<String, Object>();
        json.put("fact", path);
        if (Operators.isMembership(chosenOperator().key())) {
            json.put("op", FIRST_OPERATOR);
            json.put("value", chosenOperator().key().equals(Operators.IN));
            return json;
        }
        json.put("op", chosenOperator().key());
        var written = value.value();
        if (compare != null) {
            json.put("compare", compare);
        } else if (written != null && !chosenOperator().value().equals(Operators.NO_VALUE)) {
            json.put("value", written);
        }
        return json;
    }

    @Override
    void factsChanged() {
        fact.facts(scope.facts());
        operators(chosenOperator().key());
        if (!value.isSuited(chosenFact(), chosenOperator())) {
            values(value.value());
        }
        arrange();
    }

    @Override
    boolean isComplete() {
        var needsNothing = chosenOperator().value().equals(Operators.NO_VALUE) || compare != null;
        return fact.path() != null && (needsNothing || value.value() != null);
    }

    @Override
    @Nullable
    Component missing() {
        if (isComplete()) {
            return null;
        }
        if (fact.path() == null) {
            Refusals.refuse(fact, getTranslation("rules.fact.missing"));
            return fact;
        }
        return value.missing();
    }

    @Override
    Component first() {
        return fact;
    }

    private String path() {
        return Objects.toString(fact.path(), "");
    }

    private void factChosen() {
        var suiting = Operators.suiting(scope.facts(), path(), fact.type(), text -> getTranslation(text));
        var before = chosenOperator().key();
        var stays = suiting.stream().anyMatch(one -> one.key().equals(before));
        operators(stays ? before : suiting.getFirst().key());
        values(RuleValue.suiting(currentValue(), fact.type()));
        edited();
    }

    /** A field that suits stays: somebody may be typing into it already. */
    private void operatorChosen() {
        if (value.isSuited(chosenFact(), chosenOperator())) {
            value.operator(chosenOperator());
            arrange();
        } else {
            values(currentValue());
        }
        edited();
    }

    private void operators(String key) {
        var suiting =
                new ArrayList<>(Operators.suiting(scope.facts(), path(), fact.type(), text -> getTranslation(text)));
        var chosen = suiting.stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseGet(() -> {
                    var other = Operators.of(key, path(), scope.facts(), text -> getTranslation(text));
                    suiting.add(other);
                    return other;
                });
        quiet = true;
        // a choice that is on its way from the browser is understood as long as the items have not been given anew
        if (!suiting.equals(offered)) {
            offered = List.copyOf(suiting);
            operator.setItems(suiting);
        }
        operator.setValue(chosen);
        quiet = false;
    }

    private Operator chosenOperator() {
        return Objects.requireNonNullElseGet(
                operator.getValue(),
                () -> Operators.of(FIRST_OPERATOR, path(), scope.facts(), text -> getTranslation(text)));
    }

    private @Nullable Object currentValue() {
        return value.value();
    }

    private void values(@Nullable Object written) {
        value = field(written);
        arrange();
    }

    private ValueField field(@Nullable Object written) {
        return ValueField.of(chosenFact(), chosenOperator(), written, this::edited);
    }

    private Fact chosenFact() {
        return fact.getValue() == null ? new Fact("", "", "", "", null) : fact.getValue();
    }

    private void arrange() {
        var alone = chosenOperator().value().equals(Operators.NO_VALUE);
        place.setVisible(!alone);
        setClassName("us-rule-alone", alone);
        setClassName("us-rule-wide", compare != null || value.isWide());
        if (!alone && compare == null && value.getParent().isPresent()) {
            return;
        }
        place.removeAll();
        if (alone) {
            return;
        }
        if (compare == null) {
            place.add(value);
            return;
        }
        var other = new Span(scope.facts().fact(compare).map(Fact::label).orElse(compare));
        other.addClassName("us-rule-words");
        var instead = new Button(getTranslation("rules.value-instead"), click -> {
            compare = null;
            arrange();
            edited();
        });
        instead.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        place.add(other, instead);
    }

    private void edited() {
        untouched = null;
        scope.edited();
    }
}
