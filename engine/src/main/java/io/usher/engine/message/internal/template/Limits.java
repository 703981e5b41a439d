package io.usher.engine.message.internal.template;

import java.time.Duration;

/** How much one template may take. What is counted does not depend on the machine, so a template fails everywhere or nowhere. */
final class Limits {

    /** Characters of a template. */
    static final int TEMPLATE = 100_000;

    /** Words and signs inside of all braces of a template. */
    static final int TOKENS = 20_000;

    /** Tags inside of tags, and brackets inside of brackets. */
    static final int DEPTH = 50;

    /** Names in a row: {@code a.b.c}. */
    static final int PATH = 50;

    /** Turns of all loops together. */
    static final int ITERATIONS = 10_000;

    /** Characters of what is rendered. */
    static final int OUTPUT = 1_000_000;

    /** Characters of a value on its way through filters. */
    static final int VALUE = 1_000_000;

    /** Elements of a list that a filter takes or makes. */
    static final int LIST = 20_000;

    /** Digits of a number. */
    static final int DIGITS = 200;

    /** Steps of one rendering; a step is an expression, an element, or {@link #CHARACTERS} of text. */
    static final int STEPS = 400_000;

    /** Characters that cost one step. */
    static final int CHARACTERS = 8;

    /** Work of one rendering on the processor, should a step ever take far longer than meant. */
    static final Duration WORK = Duration.ofSeconds(2);

    /** Patience of the caller on a busy machine, with the time in the queue; after it the caller tries again. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private Limits() {}
}
