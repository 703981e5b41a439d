/** Which lanes this engine works. */
@NullMarked
package io.usher.engine.journey.internal.lane;

import org.jspecify.annotations.NullMarked;
