package io.usher.engine.rule;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Reads, writes and judges rules. */
public interface Rules {

    /**
     * The rule that a JSON value (maps, lists, scalars) says.
     *
     * @param field path of the rule in the request, for the errors
     * @throws io.usher.engine.shared.ProblemException 400 naming each field that is wrong
     */
    Rule parse(@Nullable Object json, String field);

    /** The rule as {@link #parse} reads it. */
    Object json(Rule rule);

    /** Whether the rule holds on data of the moment, and why in words; facts are loaded only where the rule names them. */
    Mono<Verdict> judge(Rule rule, FactScope scope);
}
