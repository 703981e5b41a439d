package io.usher.engine.shared;

/** The key of an event type, unique in its workspace: 1..100 characters without {@link Ids#FORBIDDEN}. */
public record EventTypeKey(String value) implements Comparable<EventTypeKey> {

    public static final int MAX_LENGTH = 100;

    public EventTypeKey {
        Ids.check("EventTypeKey", value);
    }

    @Override
    public int compareTo(EventTypeKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
