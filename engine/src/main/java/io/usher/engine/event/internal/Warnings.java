package io.usher.engine.event.internal;

import java.util.ArrayList;
import java.util.List;

/** What an event's sender should know, as much of it as is kept with the event. */
final class Warnings {

    /** Leaves room for the sentence about an event about nobody. */
    static final int MOST = 19;

    static final int LONGEST = 300;

    private Warnings() {}

    /** The first nineteen, each of at most 300 characters, and how many more there were. */
    static List<String> kept(List<String> warnings) {
        var kept = new ArrayList<String>();
        warnings.stream().limit(MOST).map(Warnings::shortened).forEach(kept::add);
        if (warnings.size() > MOST) {
            kept.add("and " + (warnings.size() - MOST) + " more");
        }
        return kept;
    }

    static String shortened(String warning) {
        if (warning.length() <= LONGEST) {
            return warning;
        }
        int end = LONGEST - 1;
        return warning.substring(0, Character.isHighSurrogate(warning.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
