package io.usher.designer.engine;

import java.util.Optional;

/**
 * What a right password is answered with; while {@code mustChangePassword} the token only changes the password.
 *
 * @param device token for the browser to keep, by which the engine knows it the next time
 */
public record Session(SessionToken token, boolean mustChangePassword, Optional<String> device) {

    /** Tells nothing that is secret. */
    @Override
    public String toString() {
        return "Session[mustChangePassword=" + mustChangePassword + "]";
    }
}
