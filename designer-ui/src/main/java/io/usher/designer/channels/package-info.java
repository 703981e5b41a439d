/** How messages leave the house, and what is said where somebody might think that they do. */
@NullMarked
package io.usher.designer.channels;

import org.jspecify.annotations.NullMarked;
