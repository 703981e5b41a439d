package io.usher.designer.engine;

import java.io.Serializable;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * The browser in front of which somebody types a password.
 *
 * @param address where it is, as this process sees it; null when that is no address, as some proxies write it
 * @param device token by which the engine knows a browser that somebody has signed in with
 */
public record Browser(@Nullable String address, @Nullable String device) implements Serializable {

    public static final Browser UNKNOWN = new Browser(null, null);

    public Browser {
        address = isAddress(address) ? address : null;
    }

    /** Never asks a name server. */
    private static boolean isAddress(@Nullable String text) {
        try {
            return text != null && !InetAddress.ofLiteral(text).isAnyLocalAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Tells nothing that is secret. */
    @Override
    public String toString() {
        return "Browser[address=" + address + "]";
    }
}
