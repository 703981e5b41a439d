package io.usher.engine.order.internal;

import io.usher.engine.shared.EventId;
import io.usher.engine.shared.Params;
import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event that an order's new status makes; kept in the order until the event is accepted. */
public record Pending(
        WorkspaceId workspace,
        String externalOrderId,
        EventId event,
        String status,
        Params params,
        Instant at,
        boolean history,
        Tries tries) {

    /**
     * How often it was tried in vain.
     *
     * @param next when it is tried (again); null: it is parked until a person sends it again
     * @param failure why it was not made, null before the first try
     */
    public record Tries(
            int count, @Nullable Instant next, @Nullable String failure) {

        public boolean parked() {
            return next == null;
        }
    }
}
