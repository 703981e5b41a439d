/** Workflows over HTTP. */
@NullMarked
package io.usher.engine.workflow.web;

import org.jspecify.annotations.NullMarked;
