/** Workflows as the filters of other screens need them. */
@NullMarked
package io.usher.designer.workflows;

import org.jspecify.annotations.NullMarked;
