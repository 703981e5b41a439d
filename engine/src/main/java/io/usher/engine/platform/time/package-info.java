/** The one clock. */
@NullMarked
package io.usher.engine.platform.time;

import org.jspecify.annotations.NullMarked;
