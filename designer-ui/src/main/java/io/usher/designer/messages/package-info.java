/** Messages: what was sent to whom, what was held or dropped and why. */
@NullMarked
package io.usher.designer.messages;

import org.jspecify.annotations.NullMarked;
