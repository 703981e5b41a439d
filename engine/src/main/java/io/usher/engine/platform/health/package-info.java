/** What {@code /actuator/health} says about the servers, the start and the background loops. */
@NullMarked
package io.usher.engine.platform.health;

import org.jspecify.annotations.NullMarked;
