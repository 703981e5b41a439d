package io.usher.engine.job;

import io.usher.engine.shared.Keyed;

/** Where a job stands; the last three are its end. */
public enum JobState implements Keyed {
    /** For its turn, or for another try. */
    WAITING("waiting"),
    WORKING("working"),
    DONE("done"),
    FAILED("failed"),
    CANCELLED("cancelled");

    private final String key;

    JobState(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
