package io.usher.engine.journey.internal.start;

/**
 * The broker does not know a process although it was deployed a moment ago. A partition may not have been told of it yet, so it
 * is tried for longer than other failures; but it lies in this one journey and holds up no other.
 */
final class UnknownProcessException extends RuntimeException {

    UnknownProcessException(String processId) {
        super("The broker does not know process " + processId + ", although it was deployed again");
    }
}
