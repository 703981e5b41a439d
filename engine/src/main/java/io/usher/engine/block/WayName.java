package io.usher.engine.block;

import io.usher.engine.workflow.spi.WayOut;

/** What a person calls a way out of a decision. */
final class WayName {

    private WayName() {}

    static String of(WayOut way) {
        return "\"" + (way.name().isEmpty() ? way.flow() : way.name()) + "\"";
    }
}
