package io.usher.engine.journey.internal;

import java.util.Set;

/** The lanes that this instance works. */
@FunctionalInterface
interface LaneShare {

    /** Mine now; asked before each reading and each event, so that lanes given up are left at once. */
    Set<Integer> mine();
}
