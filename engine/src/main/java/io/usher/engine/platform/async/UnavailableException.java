package io.usher.engine.platform.async;

/** A server did not answer in time. Trying again later is right; it never counts as a try. */
public final class UnavailableException extends RuntimeException {

    public UnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
