/** Versions on the broker. */
@NullMarked
package io.usher.engine.workflow.work;

import org.jspecify.annotations.NullMarked;
