package io.usher.designer.engine;

import java.io.Serializable;

/** The engine's bearer token of one person's session; never printed, never sent to a browser. */
public record SessionToken(String value) implements Serializable {

    public SessionToken {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a session token is never blank");
        }
    }

    @Override
    public String toString() {
        return "SessionToken[masked]";
    }
}
