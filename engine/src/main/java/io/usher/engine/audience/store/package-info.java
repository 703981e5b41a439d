/** Segments and members in MongoDB. */
@NullMarked
package io.usher.engine.audience.store;

import org.jspecify.annotations.NullMarked;
