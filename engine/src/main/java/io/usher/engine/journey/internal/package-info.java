/** How journeys are started, walked and stopped. */
@NullMarked
package io.usher.engine.journey.internal;

import org.jspecify.annotations.NullMarked;
