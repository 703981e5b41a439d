package io.usher.designer.rules;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import org.jspecify.annotations.Nullable;

/** A piece of the builder that stands for one rule. */
abstract sealed class RulePart extends Div permits RuleRow, RuleGroup, RuleSome, KeptRule {

    /** The rule as it is now; null while nothing was chosen. */
    abstract @Nullable Object json();

    /** Shows the facts of its scope, which have come or changed. */
    abstract void factsChanged();

    /** Whether nothing is left to be filled in. */
    abstract boolean isComplete();

    /** Marks everything that is left to be filled in; the first of it, null when there is nothing. */
    abstract @Nullable Component missing();

    /** Where the cursor goes when the part was added. */
    abstract Component first();
}
