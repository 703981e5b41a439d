/** What a block is to its author: a description, a check of its settings, and what it does in a visit. */
@NullMarked
@NamedInterface("spi")
package io.usher.engine.workflow.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
