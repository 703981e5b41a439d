package io.usher.designer.rules;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.i18n.I18NProvider;
import org.jspecify.annotations.Nullable;

/** A rule that was made elsewhere and cannot be changed here; it is shown in words and stays as it is. */
final class KeptRule extends RulePart {

    private final Object json;
    private final RuleScope scope;
    private final Span words = new Span();
    private final Button remove;

    KeptRule(Object json, RuleScope scope, Runnable removed) {
        this.json = json;
        this.scope = scope;
        addClassNames("us-rule-part", "us-rule-kept");
        words.addClassName("us-rule-words");
        var note = new Span(getTranslation("rules.kept"));
        note.addClassName("us-soft");
        remove = RuleRow.removeButton(getTranslation("rules.remove"), removed);
        add(words, remove, note);
        factsChanged();
    }

    @Override
    Object json() {
        return json;
    }

    @Override
    void factsChanged() {
        words.setText(RuleWords.of(json, scope.facts(), key -> I18NProvider.translate(key)));
    }

    @Override
    boolean isComplete() {
        return true;
    }

    @Override
    @Nullable
    Component missing() {
        return null;
    }

    @Override
    Component first() {
        return remove;
    }
}
