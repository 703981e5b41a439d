/** What {@code /actuator/health} says about the servers and the start. */
@NullMarked
package io.usher.engine.platform.health;

import org.jspecify.annotations.NullMarked;
