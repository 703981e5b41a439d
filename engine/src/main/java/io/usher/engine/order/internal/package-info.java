/** Order posts: checked, stored, each new status an event. */
@NullMarked
package io.usher.engine.order.internal;

import org.jspecify.annotations.NullMarked;
