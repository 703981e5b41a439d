package io.usher.designer.settings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a workspace is set up.
 *
 * @param zone such as Europe/Stockholm
 * @param language as a tag, such as sv
 * @param country ISO 3166, such as SE
 */
public record WorkspaceSettings(
        String name,
        String zone,
        String language,
        String country,
        @Nullable String publicAddress,
        @Nullable Instant changedAt,
        @Nullable String changedBy) {}
