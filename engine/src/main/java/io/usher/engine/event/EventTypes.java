package io.usher.engine.event;

import io.usher.engine.shared.Actor;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.WorkspaceId;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Mono;

/** The registered event types. */
public interface EventTypes {

    Mono<EventType> find(WorkspaceId workspace, EventTypeKey key);

    /** Those of the keys that are registered, for validation of drawings and triggers. */
    Mono<List<EventType>> findAll(WorkspaceId workspace, Collection<EventTypeKey> keys);

    /** The type of this key, which is made from {@code type} if there is none. */
    Mono<EventType> register(EventType type, Actor actor);
}
