package io.usher.engine.event;

import io.usher.engine.shared.JourneyId;
import io.usher.engine.shared.Keyed;
import io.usher.engine.shared.Reason;
import io.usher.engine.shared.WorkflowId;
import java.util.List;

/** What an event led to for one workflow and kind of link, and why. */
public record Decision(
        WorkflowId workflowId,
        String workflowName,
        Link link,
        Outcome outcome,
        Reason reason,
        List<JourneyId> journeyIds) {

    public Decision {
        journeyIds = List.copyOf(journeyIds);
    }

    /** The kind of link. */
    public enum Link implements Keyed {
        START("start"),
        STOP("stop"),
        WAIT("wait");

        private final String key;

        Link(String key) {
            this.key = key;
        }

        @Override
        public String key() {
            return key;
        }
    }

    /** What became of it. */
    public enum Outcome implements Keyed {
        STARTED("started"),
        NOT_STARTED("not-started"),
        STOPPED("stopped"),
        NOTHING_TO_STOP("nothing-to-stop"),
        NOT_STOPPED("not-stopped"),
        WOKE("woke");

        private final String key;

        Outcome(String key) {
            this.key = key;
        }

        @Override
        public String key() {
            return key;
        }
    }
}
