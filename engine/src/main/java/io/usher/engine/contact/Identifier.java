package io.usher.engine.contact;

import io.usher.engine.shared.Keyed;
import java.net.IDN;

/** Something that names one contact, in its normal form. Made by {@link Identifiers}; order of kinds = order of matching. */
public record Identifier(Kind kind, String value) {

    /** As people read it: an international domain in its own letters. */
    public String shown() {
        int at = value.lastIndexOf('@');
        return kind == Kind.EMAIL ? value.substring(0, at + 1) + IDN.toUnicode(value.substring(at + 1)) : value;
    }

    /** What kinds there are; {@link #key()} is the part of the stored id, {@link #param()} the name in event params. */
    public enum Kind implements Keyed {
        CONTACT_ID("id", "ContactId"),
        EXTERNAL_CUSTOMER_ID("external", "ExternalCustomerId"),
        EMAIL("email", "EmailAddress"),
        PHONE("phone", "Phone"),
        PUSH_TOKEN("push", "PushToken");

        private final String key;
        private final String param;

        Kind(String key, String param) {
            this.key = key;
            this.param = param;
        }

        @Override
        public String key() {
            return key;
        }

        public String param() {
            return param;
        }
    }
}
