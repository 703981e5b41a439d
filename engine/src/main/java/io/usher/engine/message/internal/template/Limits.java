package io.usher.engine.message.internal.template;

import java.time.Duration;

/** How much one template may take. */
final class Limits {

    /** Characters of a template. */
    static final int TEMPLATE = 100_000;

    /** Turns of all loops together. */
    static final int ITERATIONS = 10_000;

    /** Characters of what is rendered. */
    static final int OUTPUT = 1_000_000;

    /** Characters of a value on its way through filters, lists and maps counted with all they hold. */
    static final int VALUE = 2_000_000;

    /** Elements of a list made by filters. */
    static final int LIST = 20_000;

    /** Digits of a number. */
    static final int DIGITS = 200;

    /** Work of one rendering on the processor. */
    static final Duration WORK = Duration.ofMillis(500);

    /** Patience of the caller, on a machine that is busy with other things; reading a template anew is inside. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private Limits() {}
}
