/** From a graph to the process that the broker runs. */
@NullMarked
package io.usher.engine.workflow.internal.compile;

import org.jspecify.annotations.NullMarked;
