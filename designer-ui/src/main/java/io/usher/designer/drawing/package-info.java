/** The screen on which a workflow is drawn: canvas, side form, problems, saving by itself, and the workflow's life. */
@NullMarked
package io.usher.designer.drawing;

import org.jspecify.annotations.NullMarked;
