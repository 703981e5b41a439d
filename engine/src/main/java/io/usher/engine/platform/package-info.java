/** What every module stands on: MongoDB, Zeebe, time, background loops, leases, crash points, web errors, health. */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = "shared")
package io.usher.engine.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
