package io.usher.engine.contact.internal;

import io.usher.engine.contact.Identifier;
import io.usher.engine.shared.WorkspaceId;
import java.util.Comparator;

/** An identifier of a workspace. All who take several take them in this order, so that two can never take each other's. */
public record IdentifierKey(WorkspaceId workspace, Identifier identifier) implements Comparable<IdentifierKey> {

    private static final Comparator<IdentifierKey> ORDER = Comparator.<IdentifierKey, String>comparing(
                    key -> key.workspace().value())
            .thenComparing(key -> key.identifier().kind())
            .thenComparing(key -> key.identifier().value());

    /** The stored id: {@code <workspace>:<kind>:<normal form>}. */
    public String id() {
        return workspace.value() + ":" + identifier.kind().key() + ":" + identifier.value();
    }

    @Override
    public int compareTo(IdentifierKey other) {
        return ORDER.compare(this, other);
    }
}
