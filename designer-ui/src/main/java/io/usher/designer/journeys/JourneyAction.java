package io.usher.designer.journeys;

import java.util.Set;

/** What a person may do with a journey. */
public enum JourneyAction {
    RETRY("retry", Set.of("failed")),
    SKIP("skip", Set.of("failed")),
    STOP("stop", Set.of("running", "failed"));

    private final String path;
    private final Set<String> states;

    JourneyAction(String path, Set<String> states) {
        this.path = path;
        this.states = states;
    }

    String path() {
        return path;
    }

    boolean fits(String state) {
        return states.contains(state);
    }
}
