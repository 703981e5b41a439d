package io.usher.engine.platform.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;

/**
 * Counters of what happened in this process, by the registry that all of it shares. A name and its tags come from a list in the
 * code, never from data: no ids, no types, no texts of people. Each counter is made when its class is loaded, so that it shows 0 before
 * anything happened.
 */
public final class Counts {

    private Counts() {}

    /** A counter; tags as name, value, name, value. */
    public static Counter counter(String name, String description, String... tags) {
        return Counter.builder(name).description(description).tags(tags).register(Metrics.globalRegistry);
    }

    /** How often a law kept something from happening twice or too late; {@code law} is its number in the design. */
    public static Counter law(int law, String by) {
        return counter(
                "usher.law.kept",
                "How often something that would have broken a law was met and had no effect",
                "law",
                String.valueOf(law),
                "by",
                by);
    }
}
