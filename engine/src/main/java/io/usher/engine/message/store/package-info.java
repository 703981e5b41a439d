/** The outbox in MongoDB. */
@NullMarked
package io.usher.engine.message.store;

import org.jspecify.annotations.NullMarked;
