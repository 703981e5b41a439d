/** From the bytes of a drawing to its blocks and flows, without trusting them. */
@NullMarked
package io.usher.engine.workflow.internal.drawing;

import org.jspecify.annotations.NullMarked;
