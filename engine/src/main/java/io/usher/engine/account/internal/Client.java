package io.usher.engine.account.internal;

import org.jspecify.annotations.Nullable;

/**
 * From where somebody signs in.
 *
 * @param address of the person's machine, when the designer says so and is believed; else of whoever made the connection
 * @param device token of a device that has signed in before, as its browser keeps it
 * @param keepsDevice whether a token in the answer reaches the browser
 */
public record Client(String address, @Nullable String device, boolean keepsDevice) {

    /** Tells nothing that is secret. */
    @Override
    public String toString() {
        return "Client[address=" + address + "]";
    }
}
