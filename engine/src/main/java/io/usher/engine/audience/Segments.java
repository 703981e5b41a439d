package io.usher.engine.audience;

import io.usher.engine.shared.Actor;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.WorkspaceId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** List segments and their members. */
public interface Segments {

    Mono<Segment> find(WorkspaceId workspace, String key);

    Mono<List<Segment>> findAll(WorkspaceId workspace, Collection<String> keys);

    /** Makes the segment unless there is one of this key; true when it was made. */
    Mono<Boolean> make(Segment segment, Actor actor);

    /** Adds a member; true when it was not in before. 404 when there is no such segment. Repeating changes nothing. */
    Mono<Boolean> add(WorkspaceId workspace, String key, ContactId contact, String source);

    /** Removes a member; true when it was in. 404 when there is no such segment. Repeating changes nothing. */
    Mono<Boolean> remove(WorkspaceId workspace, String key, ContactId contact);

    /** Since when the contact is in the segment. */
    Mono<Optional<java.time.Instant>> memberSince(WorkspaceId workspace, String key, ContactId contact);
}
