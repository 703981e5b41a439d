package io.usher.engine.account;

import io.usher.engine.shared.WorkspaceId;
import java.time.ZoneId;

/** A tenant: its name, zone (for "at 9:00" and calendar months) and country (for phone numbers, ISO 3166 alpha-2). */
public record Workspace(WorkspaceId id, String name, ZoneId zone, String country) {}
