package io.usher.designer.settings;

import org.jspecify.annotations.Nullable;

/**
 * What a person says of themselves.
 *
 * @param name that the person signs in with; it stays
 */
public record AccountSettings(
        String name, @Nullable String fullName, @Nullable String email) {}
