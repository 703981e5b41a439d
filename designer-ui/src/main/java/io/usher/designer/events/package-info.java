/** The history of events: what came in, what became of it and why. */
@NullMarked
package io.usher.designer.events;

import org.jspecify.annotations.NullMarked;
