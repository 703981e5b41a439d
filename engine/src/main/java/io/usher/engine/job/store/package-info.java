/** Jobs and their files in MongoDB. */
@NullMarked
package io.usher.engine.job.store;

import org.jspecify.annotations.NullMarked;
