/** Journeys: dispatch, re-entry, start, stop, visits, trail. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform",
            "workflow",
            "workflow :: spi",
            "message",
            "event",
            "order",
            "contact",
            "account",
            "rule"
        })
package io.usher.engine.journey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
