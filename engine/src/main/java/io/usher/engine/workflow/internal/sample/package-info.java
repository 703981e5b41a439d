/** Workflows to begin from, packaged from the folder bpmn-samples. */
@NullMarked
package io.usher.engine.workflow.internal.sample;

import org.jspecify.annotations.NullMarked;
