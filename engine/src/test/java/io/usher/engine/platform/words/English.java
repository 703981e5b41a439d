package io.usher.engine.platform.words;

import io.usher.engine.shared.Reason;
import java.time.ZoneOffset;
import java.util.Locale;

/** Reasons and their words in tests. */
public final class English {

    private static final Wording WORDING = new Wording(new Sentences(), Locale.ENGLISH, ZoneOffset.UTC, false);

    private English() {}

    public static Wording wording() {
        return WORDING;
    }

    public static String of(Reason reason) {
        return WORDING.of(reason);
    }

    /** A reason that says this, without a code. */
    public static Reason said(String sentence) {
        return Reason.told("", sentence);
    }
}
