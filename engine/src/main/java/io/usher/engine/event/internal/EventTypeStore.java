package io.usher.engine.event.internal;

import io.usher.engine.event.EventType;
import io.usher.engine.shared.AuditEntry;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The stored event types. */
public interface EventTypeStore {

    Mono<EventType> find(WorkspaceId workspace, EventTypeKey key);

    Mono<List<EventType>> findAll(WorkspaceId workspace, Collection<EventTypeKey> keys);

    /** By key; {@code search} is part of key or name, without regard to case. */
    Mono<Page<EventType>> list(WorkspaceId workspace, @Nullable String search, PageRequest page);

    /** The oldest other type whose key looks like this one (see {@code VisibleText.skeleton}); empty when there is none. */
    Mono<EventTypeKey> lookalike(WorkspaceId workspace, EventTypeKey key);

    /** The type of this key, which is made from {@code type} if there is none. */
    Mono<EventType> register(EventType type, AuditEntry made);

    /** True when it was made, false when the key is taken. */
    Mono<Boolean> create(EventType type, AuditEntry made);

    /**
     * Name, category, key param and declared params, and it no longer looks like another; empty when the type of this revision is
     * not there.
     */
    Mono<EventType> update(EventType type, AuditEntry changed);

    Mono<Boolean> delete(WorkspaceId workspace, EventTypeKey key, AuditEntry deleted);

    Mono<Void> seen(WorkspaceId workspace, EventTypeKey key, Instant at);
}
