/** Named places where a test kills or pauses the engine. */
@NullMarked
package io.usher.engine.platform.crash;

import org.jspecify.annotations.NullMarked;
