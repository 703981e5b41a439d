/** The version of stored data, and how it gets from one to the next. */
@NullMarked
package io.usher.engine.platform.schema;

import org.jspecify.annotations.NullMarked;
