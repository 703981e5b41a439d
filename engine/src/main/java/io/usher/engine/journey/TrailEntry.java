package io.usher.engine.journey;

import io.usher.engine.shared.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a trail: a block and what the journey did there.
 *
 * @param kind key of the block in the catalogue
 * @param pass how often the journey had come here, from 1
 * @param left null while it stands here
 * @param did what happened, or what it waits for
 * @param way name of the way taken out of a decision
 * @param until when a wait is over, or when the block is tried again
 */
public record TrailEntry(
        String block,
        String name,
        String kind,
        int pass,
        Instant entered,
        @Nullable Instant left,
        Result result,
        Reason did,
        @Nullable String way,
        @Nullable Instant until) {

    /**
     * What a line says of its block; STOPPED only of the place where it stood when it was
     * stopped, the last four only of the place where it stands.
     */
    public enum Result {
        DONE("done"),
        SKIPPED("skipped"),
        FAILED("failed"),
        RETRIED("retried"),
        LATE("done-after-stop"),
        STOPPED("stopped"),
        WORKING("working"),
        WAITING("waiting"),
        HELD("held"),
        TRYING("trying-again");

        private final String key;

        Result(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }
    }
}
