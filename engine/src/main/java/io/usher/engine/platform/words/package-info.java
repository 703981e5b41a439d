/**
 * The one place that puts codes and arguments into words: texts per module and language, plurals, times in the reader's zone.
 */
@NullMarked
package io.usher.engine.platform.words;

import org.jspecify.annotations.NullMarked;
