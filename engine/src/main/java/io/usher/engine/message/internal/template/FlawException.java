package io.usher.engine.message.internal.template;

/** What is wrong with a template, as a sentence, and at which character of its source. */
final class FlawException extends RuntimeException {

    private static final int NOWHERE = -1;

    private final int at;

    private FlawException(int at, String sentence) {
        super(sentence, null, false, false);
        this.at = at;
    }

    static FlawException at(int at, String sentence) {
        return new FlawException(at, sentence);
    }

    /** The caller knows where. */
    static FlawException somewhere(String sentence) {
        return new FlawException(NOWHERE, sentence);
    }

    FlawException placedAt(int place) {
        return at == NOWHERE ? new FlawException(place, sentence()) : this;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }

    /** {@code Line 3: there is no filter upcas}. */
    String inWords(String source) {
        long line = 1
                + source.substring(0, Math.clamp(at, 0, source.length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return "Line " + line + ": " + sentence();
    }
}
