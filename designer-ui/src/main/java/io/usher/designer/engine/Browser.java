package io.usher.designer.engine;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The browser in front of which somebody types a password.
 *
 * @param address where it is, as this process sees it
 * @param device token by which the engine knows a browser that somebody has signed in with
 */
public record Browser(@Nullable String address, @Nullable String device) implements Serializable {

    public static final Browser UNKNOWN = new Browser(null, null);

    /** Tells nothing that is secret. */
    @Override
    public String toString() {
        return "Browser[address=" + address + "]";
    }
}
