package io.usher.engine.journey.internal.record;

import java.util.Map;

/**
 * What a job came to, kept so that the same job, handed out again, gets the same answer.
 *
 * @param key {@link Job#key()}
 * @param cut the journey ended here although the process goes on: the instance is cancelled instead of completed
 */
public record RecordedVisit(String key, Ahead ahead, boolean cut) {

    /** What the process needs to go on: {@code exits} (gateway id: flow id) and {@code until} (wait id: ISO instant). */
    public record Ahead(Map<String, String> exits, Map<String, String> until) {

        public static final Ahead NOTHING = new Ahead(Map.of(), Map.of());

        public Ahead {
            exits = Map.copyOf(exits);
            until = Map.copyOf(until);
        }
    }
}
