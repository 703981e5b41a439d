/** The outbox at work: what may go out, who sends it, what is noted. */
@NullMarked
package io.usher.engine.message.internal;

import org.jspecify.annotations.NullMarked;
