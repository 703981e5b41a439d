package io.usher.engine.workflow.spi;

import io.usher.engine.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * One way out of a decision as it was drawn ({@code usher.exit}).
 *
 * @param flow id of the drawn sequence flow
 * @param name shown on the flow
 * @param order among the ways of one block
 * @param rule of a Condition's way
 * @param share of a Split's way, in percent
 */
public record WayOut(
        String flow,
        String name,
        int order,
        Kind kind,
        @Nullable Rule rule,
        @Nullable Double share) {

    /** What kind of way. */
    public enum Kind {
        RULE,
        SHARE,
        ELSE,
        HAPPENED,
        TIMEOUT
    }
}
