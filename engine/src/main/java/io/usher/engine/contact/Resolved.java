package io.usher.engine.contact;

import io.usher.engine.shared.ContactId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whom a claim means: null for nobody. Conflicts are identifiers that belong to somebody else and changed nothing. */
public record Resolved(@Nullable ContactId contact, boolean created, List<Identifier> conflicts) {

    public static final Resolved NOBODY = new Resolved(null, false, List.of());

    public Resolved {
        conflicts = List.copyOf(conflicts);
    }
}
