package io.usher.engine.message;

/** A template that cannot be rendered: broken, too large, too slow, or an unsafe value. The message is for a person. */
public final class RenderException extends RuntimeException {

    public RenderException(String message) {
        super(message);
    }
}
