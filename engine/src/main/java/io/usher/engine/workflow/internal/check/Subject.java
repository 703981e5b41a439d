package io.usher.engine.workflow.internal.check;

import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.workflow.internal.Triggers;
import io.usher.engine.workflow.internal.drawing.Sketch;
import java.util.Set;

/**
 * What is checked: a drawing, its triggers, and what exists of that which they name.
 *
 * @param segments keys of the named segments that exist
 * @param eventTypes the named event types that exist
 */
public record Subject(Sketch sketch, Triggers triggers, Set<String> segments, Set<EventTypeKey> eventTypes) {}
