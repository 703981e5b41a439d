/** Connections and senders: made, checked, chosen, their secrets opened. */
@NullMarked
package io.usher.engine.message.internal.connection;

import org.jspecify.annotations.NullMarked;
