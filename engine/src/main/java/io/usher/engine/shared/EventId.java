package io.usher.engine.shared;

/** Names one event inside its workspace; the sender's id when one was given. */
public record EventId(String value) {

    public EventId {
        Ids.check("EventId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
