/** How jobs are worked. */
@NullMarked
package io.usher.engine.job.internal;

import org.jspecify.annotations.NullMarked;
