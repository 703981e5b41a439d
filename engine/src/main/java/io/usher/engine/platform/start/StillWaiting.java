package io.usher.engine.platform.start;

/** Nothing is wrong, but what is waited for is not there yet; the message names it ("another engine, which ..."). */
public final class StillWaiting extends RuntimeException {

    public StillWaiting(String message) {
        super(message);
    }
}
