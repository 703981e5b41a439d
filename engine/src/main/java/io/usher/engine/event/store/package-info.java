/** Events, their queue, positions and event types in MongoDB. */
@NullMarked
package io.usher.engine.event.store;

import org.jspecify.annotations.NullMarked;
