/** Whether a message may go: the rules, in one list. */
@NullMarked
package io.usher.engine.message.internal.rule;

import org.jspecify.annotations.NullMarked;
