package io.usher.designer.rules;

/** What all parts of one rule share: the facts to choose from, and who is told of an edit. */
final class RuleScope {

    static final String EVENT = "event";
    static final String ITEM = "item";

    private final Runnable edited;
    private final String root;
    private Facts facts;

    RuleScope(Facts facts, Runnable edited) {
        this(facts, edited, EVENT);
    }

    /** {@code root}: what a name that is typed alone belongs to. */
    RuleScope(Facts facts, Runnable edited, String root) {
        this.facts = facts;
        this.edited = edited;
        this.root = root;
    }

    String root() {
        return root;
    }

    /** Whether this is about one element of a list. */
    boolean isItem() {
        return root.equals(ITEM);
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
