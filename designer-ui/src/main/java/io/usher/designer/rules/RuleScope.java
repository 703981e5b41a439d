package io.usher.designer.rules;

/** What all parts of one rule share: the facts to choose from, and who is told of an edit. */
final class RuleScope {

    private final Runnable edited;
    private Facts facts;

    RuleScope(Facts facts, Runnable edited) {
        this.facts = facts;
        this.edited = edited;
    }

    Facts facts() {
        return facts;
    }

    void facts(Facts others) {
        facts = others;
    }

    void edited() {
        edited.run();
    }
}
