package io.usher.engine.journey.internal.record;

import io.usher.engine.shared.JourneyId;

/** One job as the broker handed it out: for which run of which journey its instance was made, and at which element it is. */
public record Job(JourneyId journey, int run, long instance, long elementInstance, String element) {

    /**
     * Finds the record of this job. With the run, because a broker that lost its data counts its keys from the beginning and
     * the journeys of the lost instances are then in another run.
     */
    public String key() {
        return run + ":" + elementInstance;
    }
}
