package io.usher.engine.platform.start;

import java.util.List;

/** A start that is over at once. */
public final class TestStartup {

    private TestStartup() {}

    public static Startup ready() {
        var startup = new Startup(List.of());
        startup.start();
        return startup;
    }
}
