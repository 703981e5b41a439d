/** From an event that is due to its decisions: look, intent, act. */
@NullMarked
package io.usher.engine.journey.internal.dispatch;

import org.jspecify.annotations.NullMarked;
