/** What rules may ask about segments. */
@NullMarked
package io.usher.engine.audience.internal;

import org.jspecify.annotations.NullMarked;
