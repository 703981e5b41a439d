package io.usher.engine.account;

import io.usher.engine.shared.WorkspaceId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a request, in which workspace, and what it may do. Controllers take it as
 * {@code @AuthenticationPrincipal Caller caller}; paths are guarded before they are reached.
 *
 * @param kind a signed-in person or an API key
 * @param id user id or key id
 * @param name shown to people: user name or key name
 * @param sessionId of a person's session, null for a key
 */
public record Caller(
        WorkspaceId workspace,
        Kind kind,
        String id,
        String name,
        Set<Scope> scopes,
        @Nullable String sessionId) {

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** Whether a person is signed in; keys may not touch users and keys. */
    public boolean person() {
        return kind == Kind.PERSON;
    }

    /** What stands behind the caller. */
    public enum Kind {
        PERSON,
        KEY
    }

    /** What a key may do; {@code MANAGE} includes the others; {@code PEOPLE} (users and keys) is for signed-in people. */
    public enum Scope {
        SEND,
        READ,
        MANAGE,
        PEOPLE
    }
}
