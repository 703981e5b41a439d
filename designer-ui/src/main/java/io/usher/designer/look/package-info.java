/** The designer's own look: brand, drawings, lamps, light and dark, and the word about an engine that is away. */
@NullMarked
package io.usher.designer.look;

import org.jspecify.annotations.NullMarked;
