/** Workflows: the list of them, how a new one begins, and what other screens ask about them. */
@NullMarked
package io.usher.designer.workflows;

import org.jspecify.annotations.NullMarked;
