package io.usher.engine.rule;

import io.usher.engine.shared.Keyed;
import io.usher.engine.shared.Reason;
import io.usher.engine.shared.Sentence;
import java.util.Optional;

/** The closed list of comparisons; {@link #key()} is how the API and the drawing spell one. */
public enum Operator implements Keyed {
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

    private static final Sentence LABEL = Sentence.of("operator", "label", "operator");

    private final String key;

    Operator(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }

    /** What a form calls it: "is at least". */
    public Reason label() {
        return LABEL.with(Reason.text(key));
    }

    /** Whether it stands alone, without a value or another fact. */
    public boolean alone() {
        return this == EXISTS || this == MISSING;
    }

    /** What a negative operator denies ({@code NOT_EQUAL}: {@code EQUAL}); empty for the others. */
    public Optional<Operator> denied() {
        return switch (this) {
            case NOT_EQUAL -> Optional.of(EQUAL);
            case NOT_CONTAINS -> Optional.of(CONTAINS);
            case NOT_ONE_OF -> Optional.of(ONE_OF);
            case EQUAL,
                    GREATER,
                    GREATER_OR_EQUAL,
                    LESS,
                    LESS_OR_EQUAL,
                    CONTAINS,
                    STARTS_WITH,
                    ENDS_WITH,
                    ONE_OF,
                    EXISTS,
                    MISSING,
                    BEFORE,
                    AFTER -> Optional.empty();
        };
    }
}
