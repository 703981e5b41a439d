/** Journeys on the broker: process instances and the workers of their jobs. */
@NullMarked
package io.usher.engine.journey.work;

import org.jspecify.annotations.NullMarked;
