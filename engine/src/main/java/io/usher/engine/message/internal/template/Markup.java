package io.usher.engine.message.internal.template;

/**
 * Text that is HTML already: what a block rendered, and what {@code raw} and filters that escape make. Most filters make it plain
 * text again.
 */
record Markup(String text) {

    @Override
    public String toString() {
        return text;
    }
}
