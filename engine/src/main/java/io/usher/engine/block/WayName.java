package io.usher.engine.block;

import io.usher.engine.workflow.spi.Exit;

/** What a person calls a way out of a decision. */
final class WayName {

    private WayName() {}

    static String of(Exit way) {
        return "\"" + (way.name().isEmpty() ? way.flow() : way.name()) + "\"";
    }
}
