package io.usher.engine.message.internal;

/** How the product says what cannot be known (mechanism.md, section 9). */
final class Uncertain {

    static final String SENTENCE =
            "It is not certain whether this message went out. Usher does not send it again by itself.";

    private Uncertain() {}
}
