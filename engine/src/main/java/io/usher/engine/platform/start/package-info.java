/** What must be done before the engine is ready. */
@NullMarked
package io.usher.engine.platform.start;

import org.jspecify.annotations.NullMarked;
