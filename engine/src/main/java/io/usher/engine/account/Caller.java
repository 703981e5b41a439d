package io.usher.engine.account;

import io.usher.engine.shared.Actor;
import io.usher.engine.shared.NamedActor;
import io.usher.engine.shared.WorkspaceId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a request, in which workspace, and what it may do. Controllers take it as
 * {@code @AuthenticationPrincipal Caller caller}; handlers are guarded ({@link Needs}) before they are reached.
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

    /** The caller as changes keep it. */
    public Actor actor() {
        return new Actor(
                switch (kind) {
                    case PERSON -> Actor.Kind.PERSON;
                    case KEY -> Actor.Kind.KEY;
                },
                id);
    }

    /** The caller for changes that also say a name. */
    public NamedActor named() {
        return new NamedActor(actor(), name);
    }

    /** Whether one of the caller's scopes holds this right. */
    public boolean may(Right right) {
        return !Collections.disjoint(scopes, right.scopes());
    }

    /** All that the caller may do. */
    public Set<Right> rights() {
        return EnumSet.allOf(Right.class).stream()
                .filter(this::may)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Right.class)));
    }

    /** What stands behind the caller. */
    public enum Kind {
        PERSON,
        KEY
    }

    /** Sets of rights that a key has; {@code MANAGE} includes the others; {@code PEOPLE} (users and keys) is for signed-in people. */
    public enum Scope {
        SEND,
        READ,
        MANAGE,
        PEOPLE
    }
}
