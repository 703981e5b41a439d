/** Where blocking code meets reactive code, and the loops that run in the background. */
@NullMarked
package io.usher.engine.platform.async;

import org.jspecify.annotations.NullMarked;
