/** Event types: what may come in, and which workflows listen. */
@NullMarked
package io.usher.designer.eventtypes;

import org.jspecify.annotations.NullMarked;
