package io.usher.engine.bench;

import java.util.List;

/** All benches by name; the launcher knows them by their files ({@code NameBench.java}). */
final class Benches {

    static final List<String> NAMES = List.of("accept", "journeys", "lists", "stop");

    private Benches() {}

    static Bench named(String name) {
        return switch (name) {
            case "accept" -> new AcceptBench();
            case "lists" -> new ListsBench();
            case "journeys" -> new JourneysBench();
            case "stop" -> new StopBench();
            default -> throw new IllegalArgumentException("No bench " + name);
        };
    }
}
