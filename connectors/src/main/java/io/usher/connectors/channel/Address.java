package io.usher.connectors.channel;

import org.jspecify.annotations.Nullable;

/** Where a message comes from: an address or number, and the name shown with it. */
public record Address(String address, @Nullable String name) {

    @Override
    public String toString() {
        return name == null ? address : name + " <" + address + ">";
    }
}
