/** Reading JSON without losing anything: exact numbers, repeated names noticed. */
@NullMarked
package io.usher.engine.platform.json;

import org.jspecify.annotations.NullMarked;
