package io.usher.engine.event;

import io.usher.engine.shared.EventId;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event to be accepted; its shape was checked.
 *
 * @param id the sender's id, null for a new one; the same id again gives the same answer and no second effect
 * @param key null: the event type's key param, else no key
 * @param occurredAt null: the moment of acceptance
 * @param history true: kept and shown, starts, stops and wakes nothing
 * @param category of the event type, should it have to be registered now; null: Other
 */
public record NewEvent(
        WorkspaceId workspace,
        EventTypeKey type,
        @Nullable EventId id,
        @Nullable String key,
        @Nullable Instant occurredAt,
        boolean history,
        Params params,
        String source,
        @Nullable String category) {}
