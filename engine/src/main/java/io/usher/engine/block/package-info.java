/** One file per block; no data of its own. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform",
            "workflow",
            "workflow :: spi",
            "contact",
            "event",
            "order",
            "audience",
            "message",
            "rule"
        })
package io.usher.engine.block;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
