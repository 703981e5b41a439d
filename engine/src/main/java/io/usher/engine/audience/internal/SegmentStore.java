package io.usher.engine.audience.internal;

import io.usher.engine.audience.Segment;
import io.usher.engine.audience.Segments;
import io.usher.engine.shared.Actor;
import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Segments and their members as people see and change them. */
public interface SegmentStore {

    /** A contact in a segment. */
    record Member(ContactId contact, @Nullable String source, Instant addedAt) {}

    /** As {@link Segments#add}, by somebody; the audit says so when the contact was not in before. */
    Mono<Boolean> add(Placing placing, String source);

    /** As {@link Segments#remove}, by somebody. */
    Mono<Boolean> remove(Placing placing);

    /** Who puts a contact into a segment, or takes it out. */
    record Placing(WorkspaceId workspace, String segment, ContactId contact, Actor actor) {}

    /** By key. */
    /** Empty when the segment of this revision is not there. */
    Mono<Segment> rename(Segment now, String name, Actor actor);

    Mono<Page<Segment>> list(WorkspaceId workspace, PageRequest page);

    /** Latest first. */
    Mono<Page<Member>> members(WorkspaceId workspace, String key, PageRequest page);

    /** Number of members, counted no further than {@code limit}. */
    Mono<Long> count(WorkspaceId workspace, String key, int limit);

    /** Keys of all segments of the workspace. */
    Mono<List<String>> keys(WorkspaceId workspace);

    /** Keys of the segments that the contact is in. */
    Mono<Set<String>> of(WorkspaceId workspace, ContactId contact);
}
