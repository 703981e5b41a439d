package io.usher.engine.account.internal;

import io.usher.engine.shared.WorkspaceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person's session.
 *
 * @param id hash of its token
 * @param passwordVersion of the user's password that it was begun with
 * @param confirmedAt when the password was typed last
 * @param device id of the device that it was begun on, if that is known
 */
public record Session(
        String id,
        String userId,
        WorkspaceId workspace,
        int passwordVersion,
        Instant createdAt,
        Instant usedAt,
        Instant confirmedAt,
        @Nullable String device) {}
