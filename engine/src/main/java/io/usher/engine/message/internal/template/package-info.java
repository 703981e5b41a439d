/** Liquid made safe: no files, plain values, limits on size, work and time, HTML escaped. */
@NullMarked
package io.usher.engine.message.internal.template;

import org.jspecify.annotations.NullMarked;
