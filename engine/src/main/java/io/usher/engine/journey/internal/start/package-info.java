/** From a journey in {@code starting} to a bound process instance. */
@NullMarked
package io.usher.engine.journey.internal.start;

import org.jspecify.annotations.NullMarked;
