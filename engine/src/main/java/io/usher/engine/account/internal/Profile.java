package io.usher.engine.account.internal;

import org.jspecify.annotations.Nullable;

/**
 * What a person says of themselves.
 *
 * @param revision counts changes
 */
public record Profile(@Nullable String fullName, @Nullable String email, long revision) {

    /** Of somebody who has said nothing yet. */
    public static final Profile NONE = new Profile(null, null, 0);

    /** Says which profile this is. */
    public String tag() {
        return "me-" + revision;
    }
}
