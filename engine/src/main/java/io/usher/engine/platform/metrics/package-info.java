/** What {@code /actuator/prometheus} tells: counters of what happened, gauges of what loops saw last. */
@NullMarked
package io.usher.engine.platform.metrics;

import org.jspecify.annotations.NullMarked;
