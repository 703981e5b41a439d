package io.usher.engine.event.internal;

import io.usher.engine.event.internal.EventCounts.Bucket;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import reactor.core.publisher.Mono;

/** The stored numbers of events by type and hour. */
public interface CountStore {

    /** Adds to what is there. */
    Mono<Void> add(Map<Bucket, Long> counts);

    /** The hours of these types from this hour on; it may give some before it too. */
    Mono<Map<Bucket, Long>> since(WorkspaceId workspace, Collection<EventTypeKey> types, Instant hour);
}
