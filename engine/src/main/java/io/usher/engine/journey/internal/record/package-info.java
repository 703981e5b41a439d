/** A journey as its own work reads and writes it; what all other rooms share. */
@NullMarked
package io.usher.engine.journey.internal.record;

import org.jspecify.annotations.NullMarked;
