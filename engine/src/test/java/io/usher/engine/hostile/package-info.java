/** What a client that wishes no good gets from the whole API. */
@NullMarked
package io.usher.engine.hostile;

import org.jspecify.annotations.NullMarked;
