/** Leases: which instance does a piece of work just now. */
@NullMarked
package io.usher.engine.platform.lease;

import org.jspecify.annotations.NullMarked;
