package io.usher.engine.journey.internal.lane;

import java.util.Set;

/** The lanes that this instance works. */
@FunctionalInterface
public interface Lanes {

    /** Mine now; asked before each reading and each event, so that lanes given up are left at once. */
    Set<Integer> mine();
}
