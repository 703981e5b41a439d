/** The rule language of filters, conditions and segments: its tree, its judgement in memory. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "platform"})
package io.usher.engine.rule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
