/** Typed ids, pages, time windows and problems: the few words every module speaks. JDK only. */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package io.usher.engine.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
