package io.usher.engine.platform.start;

/** The engine must not start here, and trying again does not mend it; the message says why and what to do. */
public final class StartRefused extends RuntimeException {

    public StartRefused(String message) {
        super(message);
    }
}
