/** Long work in pages: it goes on after a kill, can be cancelled, says how far it is, and keeps its result for a while. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "platform", "account"})
package io.usher.engine.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
