package io.usher.designer.rules;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.usher.designer.list.Refusals;
import io.usher.designer.rules.Facts.ListOf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A rule about one and the same element of a list: which list, and what must hold for the element. */
final class RuleSome extends RulePart {

    private final RuleScope scope;
    private final RuleScope inside;
    private final ComboBox<ListOf> list = new ComboBox<>();
    private final RuleGroup where;
    private final boolean bare;
    private boolean quiet;

    @Nullable
    private Object untouched;

    RuleSome(RuleScope scope, Runnable removed) {
        this(new RuleNode.Some("", new RuleNode.Group(true, List.of(), Map.of()), ""), scope, removed);
        untouched = null;
        where.addRow();
    }

    RuleSome(RuleNode.Some some, RuleScope scope, Runnable removed) {
        this.scope = scope;
        untouched = some.json();
        inside = new RuleScope(scope.facts().inside(some.list()), this::edited, RuleScope.ITEM);
        bare = !(some.where() instanceof RuleNode.Group);
        where = new RuleGroup(
                some.where() instanceof RuleNode.Group group
                        ? group
                        : new RuleNode.Group(
                                true, List.of(some.where()), some.where().json()),
                inside,
                null,
                false);
        addClassNames("us-rule-part", "us-rule-group", "us-rule-some");
        list.addClassName("us-rule-list");
        list.setAriaLabel(getTranslation("rules.some.list"));
        list.setPlaceholder(getTranslation("rules.some.choose"));
        list.setItemLabelGenerator(ListOf::label);
        list.setAllowCustomValue(true);
        list.addCustomValueSetListener(typed -> type(typed.getDetail()));
        show(some.list());
        list.setManualValidation(true);
        list.addValueChangeListener(change -> {
            list.setInvalid(false);
            if (!quiet) {
                chosen();
            }
        });
        var head = new Div(
                new Span(getTranslation("rules.some")),
                RuleRow.removeButton(getTranslation("rules.some.remove"), removed),
                list,
                new Span(getTranslation("rules.some.where")));
        head.addClassName("us-rule-head");
        add(head, where);
    }

    @Override
    @Nullable
    Object json() {
        if (untouched != null) {
            return untouched;
        }
        var path = path();
        if (path.isEmpty()) {
            return null;
        }
        var rule = bare && where.parts().size() == 1 ? where.parts().getFirst().json() : where.json();
        var json = new LinkedHashMap<String, Object>();
        json.put("some", path);
        json.put("where", rule == null ? Map.of("all", List.of()) : rule);
        return json;
    }

    @Override
    void factsChanged() {
        show(path());
        inside.facts(scope.facts().inside(path()));
        where.factsChanged();
    }

    @Override
    boolean isComplete() {
        return untouched != null || (!path().isEmpty() && !where.isEmpty() && where.isComplete());
    }

    @Override
    @Nullable
    Component missing() {
        if (isComplete()) {
            return null;
        }
        if (path().isEmpty()) {
            Refusals.refuse(list, getTranslation("rules.some.missing"));
        }
        var inside = where.isEmpty() ? where.first() : where.missing();
        return path().isEmpty() ? list : inside;
    }

    @Override
    Component first() {
        return list;
    }

    private String path() {
        return list.getValue() == null ? "" : list.getValue().path();
    }

    /** A list nobody knows is shown by its path. */
    private void show(String path) {
        var items = new ArrayList<>(scope.facts().lists());
        var known = items.stream().filter(one -> one.path().equals(path)).findFirst();
        var shown = path.isEmpty() ? null : known.orElseGet(() -> new ListOf(path, path, List.of()));
        if (shown != null && known.isEmpty()) {
            items.addFirst(shown);
        }
        quiet = true;
        list.setItems(items);
        list.setValue(shown);
        quiet = false;
    }

    private void type(String typed) {
        var text = typed.strip();
        if (!text.isEmpty()) {
            show(FactField.isPath(text, RuleScope.EVENT) ? text : RuleScope.EVENT + "." + text);
            chosen();
        }
    }

    private void chosen() {
        inside.facts(scope.facts().inside(path()));
        where.factsChanged();
        edited();
    }

    private void edited() {
        untouched = null;
        scope.edited();
    }
}
