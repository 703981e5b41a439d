package io.usher.engine.account;

import io.usher.engine.shared.AuditEntry;
import io.usher.engine.shared.Page;
import io.usher.engine.shared.PageRequest;
import io.usher.engine.shared.TimeWindow;
import io.usher.engine.shared.WorkspaceId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What was changed in a workspace, by whom and when. Modules write it by {@code AuditTrail}, in the update that changes. */
public interface Audit {

    /** Newest first. An entry is here a moment after the change. */
    Mono<Page<AuditEntry>> list(WorkspaceId workspace, Query query, PageRequest page);

    /**
     * Filters; null leaves one out.
     *
     * @param actor id of a user or key
     * @param thing with {@code id} null: all of that kind
     */
    record Query(@Nullable String actor, @Nullable Things thing, TimeWindow time) {}

    /** Things of one kind, or one of them. */
    record Things(String kind, @Nullable String id) {}
}
