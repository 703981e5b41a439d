package io.usher.engine.shared;

/** Names one journey; derived from event and workflow, so that one event starts at most one. */
public record JourneyId(String value) {

    public JourneyId {
        Ids.check("JourneyId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
