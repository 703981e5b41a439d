package io.usher.engine.platform.async;

/** A server did not answer in time, or this engine cannot do it just now. Trying again later is right; it never counts as a try. */
public final class UnavailableException extends RuntimeException {

    public UnavailableException(String message) {
        super(message);
    }

    public UnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
