package io.usher.engine.journey.internal.start;

/** Told after journeys were inserted on this instance, so that the start loop need not wait for its poll. */
public interface StartNudge {

    void inserted();
}
