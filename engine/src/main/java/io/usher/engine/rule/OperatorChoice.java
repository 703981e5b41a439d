package io.usher.engine.rule;

import io.usher.engine.rule.KnownFact.Type;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** An operator as a person chooses it: the types of facts it suits, what value it takes. */
public record OperatorChoice(Operator operator, Set<Type> types, Value value) {

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
            case EQUAL -> one(operator, SINGLE);
            case NOT_EQUAL -> one(operator, SINGLE);
            case GREATER -> one(operator, NUMBER);
            case GREATER_OR_EQUAL -> one(operator, NUMBER);
            case LESS -> one(operator, NUMBER);
            case LESS_OR_EQUAL -> one(operator, NUMBER);
            case CONTAINS -> one(operator, PARTS);
            case NOT_CONTAINS -> one(operator, PARTS);
            case STARTS_WITH -> one(operator, TEXT);
            case ENDS_WITH -> one(operator, TEXT);
            case ONE_OF -> new OperatorChoice(operator, LISTED, Value.LIST);
            case NOT_ONE_OF -> new OperatorChoice(operator, LISTED, Value.LIST);
            case EXISTS -> new OperatorChoice(operator, ALL, Value.NONE);
            case MISSING -> new OperatorChoice(operator, ALL, Value.NONE);
            case BEFORE -> one(operator, TIME);
            case AFTER -> one(operator, TIME);
        };
    }

    private static OperatorChoice one(Operator operator, Set<Type> types) {
        return new OperatorChoice(operator, types, Value.ONE);
    }
}
