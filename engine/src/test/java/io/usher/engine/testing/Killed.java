package io.usher.engine.testing;

import io.usher.engine.platform.crash.CrashPoints;

/**
 * The end of an engine at a named place, without a process: whoever gets there does nothing more. What it holds in memory must not be
 * used afterwards, as after a {@code kill -9} nothing of it is there.
 */
public final class Killed extends Error {

    private Killed(String place) {
        super("Killed at " + place, null, false, false);
    }

    /** Throws out of the place each time it is reached. */
    public static void at(CrashPoints places, String place) {
        at(places, place, () -> {});
    }

    /** The same, after this was done. */
    public static void at(CrashPoints places, String place, Runnable first) {
        places.at(place, () -> {
            first.run();
            throw new Killed(place);
        });
    }
}
