/** Acceptance in batches, event types, what became of an event. */
@NullMarked
package io.usher.engine.event.internal;

import org.jspecify.annotations.NullMarked;
