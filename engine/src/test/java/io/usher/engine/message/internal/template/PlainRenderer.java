package io.usher.engine.message.internal.template;

import io.usher.engine.message.Renderer;
import java.time.Clock;

/** The renderer without Spring, for tests that check templates. */
public final class PlainRenderer {

    private PlainRenderer() {}

    public static Renderer create() {
        return new LiquidRenderer(Clock.systemUTC());
    }
}
