/** Orders; each new status of one is an event. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "platform", "contact", "event", "account", "rule"})
package io.usher.engine.order;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
