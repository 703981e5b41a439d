package io.usher.designer.rules;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rules that hold together: all of them, or any. Into the outermost one a group or a rule about an element may be put, deeper
 * groups are kept.
 */
final class RuleGroup extends RulePart {

    private final RuleScope scope;
    private final boolean outermost;
    private final List<RulePart> parts = new ArrayList<>();
    private final Div list = new Div();
    private final RadioButtonGroup<Boolean> mode = new RadioButtonGroup<>();
    private final Button more = new Button(getTranslation("rules.add"), click -> addRow());
    private final Button some = new Button(getTranslation("rules.some.add"), click -> addSome());

    RuleGroup(RuleNode.Group group, RuleScope scope, @Nullable Runnable removed, boolean outermost) {
        this.scope = scope;
        this.outermost = outermost;
        addClassNames("us-rule-part", outermost ? "us-rule" : "us-rule-group");
        mode.addClassName("us-segmented");
        mode.setAriaLabel(getTranslation("rules.mode"));
        mode.setItems(true, false);
        mode.setItemLabelGenerator(all -> getTranslation(all ? "rules.all" : "rules.any"));
        mode.setValue(group.all());
        mode.addValueChangeListener(change -> scope.edited());
        list.addClassName("us-rule-parts");
        more.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
        more.addClassName("us-rule-add");
        var buttons = new Div(more);
        buttons.addClassName("us-rule-buttons");
        var head = new Div(mode);
        head.addClassName("us-rule-head");
        if (outermost) {
            var another = new Button(getTranslation("rules.add-group"), click -> addGroup());
            another.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
            another.addClassName("us-rule-add-group");
            some.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
            some.addClassName("us-rule-add-some");
            buttons.add(another, some);
        }
        if (removed != null) {
            head.add(RuleRow.removeButton(getTranslation("rules.remove-group"), removed));
        }
        group.parts().forEach(this::show);
        add(head, list, buttons);
        arrange();
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    List<RulePart> parts() {
        return List.copyOf(parts);
    }

    @Override
    @Nullable
    Object json() {
        var rules = new ArrayList<Object>();
        for (var part : parts) {
            var rule = part.json();
            if (rule != null) {
                rules.add(rule);
            }
        }
        return rules.isEmpty() ? null : Map.of(Boolean.TRUE.equals(mode.getValue()) ? "all" : "any", rules);
    }

    @Override
    void factsChanged() {
        parts.forEach(RulePart::factsChanged);
        arrange();
    }

    @Override
    boolean isComplete() {
        return parts.stream().allMatch(RulePart::isComplete);
    }

    @Override
    @Nullable
    Component missing() {
        Component first = null;
        for (var part : parts) {
            var missing = part.missing();
            first = first == null ? missing : first;
        }
        return first;
    }

    @Override
    Component first() {
        return parts.isEmpty() ? more : parts.getFirst().first();
    }

    /** A condition to fill in, which is no rule yet. */
    void offerRow() {
        place(new RuleRow(scope, this::remove));
    }

    void addRow() {
        if (place(new RuleRow(scope, this::remove)).first() instanceof Focusable<?> field) {
            field.focus();
        }
    }

    private void addGroup() {
        var holder = new RuleGroup[1];
        holder[0] =
                new RuleGroup(new RuleNode.Group(false, List.of(), Map.of()), scope, () -> remove(holder[0]), false);
        place(holder[0]);
        holder[0].addRow();
    }

    private void addSome() {
        var holder = new RuleSome[1];
        holder[0] = new RuleSome(scope, () -> remove(holder[0]));
        if (place(holder[0]).first() instanceof Focusable<?> field) {
            field.focus();
        }
    }

    private void show(RuleNode node) {
        switch (node) {
            case RuleNode.Comparison comparison -> place(new RuleRow(comparison, scope, this::remove));
            case RuleNode.Group group
            when outermost -> {
                var holder = new RuleGroup[1];
                holder[0] = new RuleGroup(group, scope, () -> remove(holder[0]), false);
                place(holder[0]);
            }
            case RuleNode.Some one
            when !scope.isItem() -> {
                var holder = new RuleSome[1];
                holder[0] = new RuleSome(one, scope, () -> remove(holder[0]));
                place(holder[0]);
            }
            case RuleNode.Some one -> kept(one.json());
            case RuleNode.Not not -> kept(not.json());
            case RuleNode.Group group -> kept(group.json());
            case RuleNode.Kept kept -> kept(kept.json());
        }
    }

    private void kept(Object json) {
        var holder = new KeptRule[1];
        holder[0] = new KeptRule(json, scope, () -> remove(holder[0]));
        place(holder[0]);
    }

    private RulePart place(RulePart part) {
        parts.add(part);
        list.add(part);
        arrange();
        return part;
    }

    private void remove(RulePart part) {
        parts.remove(part);
        list.remove(part);
        arrange();
        more.focus();
        scope.edited();
    }

    private void arrange() {
        mode.setVisible(parts.size() > 1);
        some.setVisible(!scope.facts().lists().isEmpty());
    }
}
