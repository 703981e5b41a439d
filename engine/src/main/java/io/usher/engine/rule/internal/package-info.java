/** How rules are read, judged and put into words. */
@NullMarked
package io.usher.engine.rule.internal;

import org.jspecify.annotations.NullMarked;
