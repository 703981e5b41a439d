package io.usher.engine.order;

import io.usher.engine.shared.ContactId;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order as the shop sent it last; {@code content} holds every field under the names of the API. */
public record Order(
        String externalOrderId,
        WorkspaceId workspace,
        @Nullable ContactId contact,
        String status,
        Instant date,
        Params content,
        Instant updatedAt) {}
