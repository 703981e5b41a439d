/** Workspaces, users, sessions, roles, API keys. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "platform"})
package io.usher.engine.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
