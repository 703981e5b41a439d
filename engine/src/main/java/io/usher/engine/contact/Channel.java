package io.usher.engine.contact;

import io.usher.engine.shared.Keyed;

/** A way to reach a contact that knows consent. */
public enum Channel implements Keyed {
    EMAIL("email"),
    SMS("sms");

    private final String key;

    Channel(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
