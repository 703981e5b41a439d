package io.usher.engine.rule;

/** The closed list of comparisons; {@link #key()} is how the API and the drawing spell one. */
public enum Operator {
    EQUAL("equal"),
    NOT_EQUAL("not-equal"),
    GREATER("greater"),
    GREATER_OR_EQUAL("greater-or-equal"),
    LESS("less"),
    LESS_OR_EQUAL("less-or-equal"),
    CONTAINS("contains"),
    NOT_CONTAINS("not-contains"),
    STARTS_WITH("starts-with"),
    ENDS_WITH("ends-with"),
    ONE_OF("one-of"),
    NOT_ONE_OF("not-one-of"),
    EXISTS("exists"),
    MISSING("missing"),
    BEFORE("before"),
    AFTER("after");

    private final String key;

    Operator(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
