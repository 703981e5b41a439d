package io.usher.designer.rules;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Builds a rule from rows of fact, comparison and value; its value is the rule's JSON, null when there is none. A rule
 * nobody edits stays exactly as it was given, whatever its form.
 */
public class RuleBuilder extends CustomField<Map<String, Object>> {

    private final Div place = new Div();
    private final RuleScope scope;

    @Nullable
    private Map<String, Object> given;

    private boolean bare;
    private boolean offering;
    private RulePart root;

    public RuleBuilder(Facts facts) {
        super(null, true);
        addClassName("us-rule-builder");
        scope = new RuleScope(facts, this::updateValue);
        root = group(new RuleNode.Group(true, List.of(), Map.of()));
        place.add(root);
        add(place);
    }

    /** Other facts to choose from; the rule stays. */
    public void facts(Facts facts) {
        scope.facts(facts);
        root.factsChanged();
    }

    /** A rule that says nothing begins with a condition to fill in, so that nobody has to ask for one. */
    public void offerRow() {
        offering = true;
        offer();
    }

    /** Whether every condition has all it needs. */
    public boolean isComplete() {
        return root.isComplete();
    }

    /** Marks what is left to be filled in; the first of it, else the first field. */
    public Component missing() {
        return Objects.requireNonNullElseGet(root.missing(), root::first);
    }

    @Override
    public void focus() {
        if (root.first() instanceof Focusable<?> field) {
            field.focus();
        }
    }

    @Override
    protected @Nullable Map<String, Object> generateModelValue() {
        var json = root instanceof RuleGroup group && bare && group.parts().size() == 1
                ? group.parts().getFirst().json()
                : root.json();
        given = json instanceof Map<?, ?> map ? typed(map) : null;
        return given;
    }

    @Override
    protected void setPresentationValue(@Nullable Map<String, Object> rule) {
        given = rule;
        var node = rule == null ? null : RuleNode.read(rule);
        bare = node instanceof RuleNode.Comparison || node instanceof RuleNode.Some;
        root = switch (node) {
            case null -> group(new RuleNode.Group(true, List.of(), Map.of()));
            case RuleNode.Group all -> group(all);
            case RuleNode.Comparison one -> group(new RuleNode.Group(true, List.of(one), one.json()));
            case RuleNode.Some some -> group(new RuleNode.Group(true, List.of(some), some.json()));
            case RuleNode.Not not -> new KeptRule(not.json(), scope, this::startOver);
            case RuleNode.Kept kept -> new KeptRule(kept.json(), scope, this::startOver);
        };
        place.removeAll();
        place.add(root);
        offer();
    }

    private void offer() {
        if (offering && root instanceof RuleGroup group && group.isEmpty()) {
            group.offerRow();
        }
    }

    private RuleGroup group(RuleNode.Group group) {
        return new RuleGroup(group, scope, null, true);
    }

    private void startOver() {
        setPresentationValue(null);
        updateValue();
    }

    private static Map<String, Object> typed(Map<?, ?> map) {
        var typed = new java.util.LinkedHashMap<String, Object>();
        map.forEach((name, value) -> typed.put(String.valueOf(name), value));
        return typed;
    }
}
