package io.usher.engine.workflow;

import io.usher.engine.rule.Rule;
import io.usher.engine.shared.EventTypeKey;
import org.jspecify.annotations.Nullable;

/** An event type that starts a workflow, which of its events, and how often. */
public record StartLink(EventTypeKey eventType, @Nullable Rule filter, Reentry reentry) {}
