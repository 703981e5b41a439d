package io.usher.engine.platform.words;

import io.usher.engine.shared.Reason;

/**
 * A reason as engines of the version before read it: a code and an English sentence, stored beside it for one version. They go on
 * while a new engine starts, and must not stumble over what it wrote.
 */
public final class EarlierSentence {

    private static final Wording ENGLISH = new Sentences().english();

    private EarlierSentence() {}

    public static String of(Reason reason) {
        return ENGLISH.of(reason);
    }
}
