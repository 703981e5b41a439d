package io.usher.engine.shared;

/** Names one message; derived from the visit that made it, so that a retry makes no second one. */
public record MessageId(String value) {

    public MessageId {
        Ids.check("MessageId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
