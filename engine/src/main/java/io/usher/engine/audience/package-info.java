/** Segments and who is in them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "platform", "contact", "event", "order", "account", "rule"})
package io.usher.engine.audience;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
