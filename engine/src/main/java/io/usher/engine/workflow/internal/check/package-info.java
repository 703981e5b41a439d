/** What is wrong with a drawing and its triggers, each family of checks in a class of its own. */
@NullMarked
package io.usher.engine.workflow.internal.check;

import org.jspecify.annotations.NullMarked;
