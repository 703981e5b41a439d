/** Event types and events: acceptance, history, what is still to be dispatched. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "platform", "contact", "account", "rule"})
package io.usher.engine.event;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
