package io.usher.engine.rule;

import io.usher.engine.rule.KnownFact.Type;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** An operator as a person chooses it: its label, the types of facts it suits, what value it takes. */
public record OperatorChoice(Operator operator, String label, Set<Type> types, Value value) {

    private static final Set<Type> ALL = EnumSet.allOf(Type.class);
    private static final Set<Type> SINGLE = EnumSet.of(Type.TEXT, Type.NUMBER, Type.FLAG);
    private static final Set<Type> LISTED = EnumSet.of(Type.TEXT, Type.NUMBER);
    private static final Set<Type> PARTS = EnumSet.of(Type.TEXT, Type.LIST);
    private static final Set<Type> NUMBER = EnumSet.of(Type.NUMBER);
    private static final Set<Type> TEXT = EnumSet.of(Type.TEXT);
    private static final Set<Type> TIME = EnumSet.of(Type.TIME);

    public OperatorChoice {
        types = Set.copyOf(types);
    }

    /** What it is compared with. */
    public enum Value {
        ONE("one"),
        LIST("list"),
        NONE("none");

        private final String key;

        Value(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }

    /** All of them, the usual ones first. */
    public static List<OperatorChoice> all() {
        return Arrays.stream(Operator.values()).map(OperatorChoice::of).toList();
    }

    private static OperatorChoice of(Operator operator) {
        return switch (operator) {
            case EQUAL -> one(operator, "is", SINGLE);
            case NOT_EQUAL -> one(operator, "is not", SINGLE);
            case GREATER -> one(operator, "is more than", NUMBER);
            case GREATER_OR_EQUAL -> one(operator, "is at least", NUMBER);
            case LESS -> one(operator, "is less than", NUMBER);
            case LESS_OR_EQUAL -> one(operator, "is at most", NUMBER);
            case CONTAINS -> one(operator, "contains", PARTS);
            case NOT_CONTAINS -> one(operator, "does not contain", PARTS);
            case STARTS_WITH -> one(operator, "starts with", TEXT);
            case ENDS_WITH -> one(operator, "ends with", TEXT);
            case ONE_OF -> new OperatorChoice(operator, "is one of", LISTED, Value.LIST);
            case NOT_ONE_OF -> new OperatorChoice(operator, "is none of", LISTED, Value.LIST);
            case EXISTS -> new OperatorChoice(operator, "is set", ALL, Value.NONE);
            case MISSING -> new OperatorChoice(operator, "is not set", ALL, Value.NONE);
            case BEFORE -> one(operator, "is before", TIME);
            case AFTER -> one(operator, "is after", TIME);
        };
    }

    private static OperatorChoice one(Operator operator, String label, Set<Type> types) {
        return new OperatorChoice(operator, label, types, Value.ONE);
    }
}
