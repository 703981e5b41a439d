/** The journey module's collections. */
@NullMarked
package io.usher.engine.journey.store;

import org.jspecify.annotations.NullMarked;
