/** Jobs over HTTP. */
@NullMarked
package io.usher.engine.job.web;

import org.jspecify.annotations.NullMarked;
