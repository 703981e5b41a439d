/** Orders in MongoDB. */
@NullMarked
package io.usher.engine.order.store;

import org.jspecify.annotations.NullMarked;
