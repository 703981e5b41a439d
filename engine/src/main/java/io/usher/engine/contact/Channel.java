package io.usher.engine.contact;

/** A way to reach a contact that knows consent. */
public enum Channel {
    EMAIL("email"),
    SMS("sms");

    private final String key;

    Channel(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
