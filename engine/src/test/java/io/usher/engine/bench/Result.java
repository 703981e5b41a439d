package io.usher.engine.bench;

import java.util.List;

/** Everything that a bench found out, and under which circumstances. */
record Result(
        String bench, String about, boolean quick, int rounds, List<Outcome> outcomes, Surroundings surroundings) {

    /** A contest and the series of its figures. */
    record Outcome(String contest, String reference, List<Series> series) {}

    /** Whether every figure with a limit keeps it. */
    boolean kept() {
        return outcomes.stream().flatMap(outcome -> outcome.series().stream()).allMatch(Series::kept);
    }
}
