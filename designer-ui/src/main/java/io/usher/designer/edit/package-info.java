/** The form of one thing that is saved as a whole. */
@NullMarked
package io.usher.designer.edit;

import org.jspecify.annotations.NullMarked;
