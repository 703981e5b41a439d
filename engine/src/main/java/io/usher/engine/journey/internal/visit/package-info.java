/** A job in hand: the checks, the visit of a block, the way on, and what keeps a visit from being done. */
@NullMarked
package io.usher.engine.journey.internal.visit;

import org.jspecify.annotations.NullMarked;
