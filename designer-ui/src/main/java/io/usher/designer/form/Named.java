package io.usher.designer.form;

import org.jspecify.annotations.Nullable;

/** Something a drawing names by its key. */
public record Named(String key, @Nullable String name) {

    /** What people call it. */
    public String label() {
        return name == null || name.isBlank() ? key : name;
    }
}
