package io.usher.engine.journey.internal.dispatch;

import io.usher.engine.shared.JourneyId;
import io.usher.engine.shared.Reason;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.workflow.Reentry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a look at an event found, stored with the event before anything is done: whoever goes on with it acts by this and
 * judges nothing a second time (mechanism.md, section 2).
 */
record Intent(List<Stop> stops, List<Start> starts) {

    Intent {
        stops = List.copyOf(stops);
        starts = List.copyOf(starts);
    }

    boolean nothingToDo() {
        return stops.stream().allMatch(stop -> stop.journeys().isEmpty())
                && starts.stream().noneMatch(start -> start instanceof Grantable);
    }

    /** A stop link: the journeys it names, or the reason why it names none. */
    record Stop(
            WorkflowId workflow,
            String name,
            List<JourneyId> journeys,
            @Nullable Reason reason) {

        Stop {
            journeys = List.copyOf(journeys);
        }
    }

    /** A start link: refused by the look, or left to re-entry. */
    sealed interface Start {

        WorkflowId workflow();

        String name();
    }

    /** Not started, whatever re-entry says. */
    record Refused(WorkflowId workflow, String name, Reason reason) implements Start {}

    /** Starts in this version if the re-entry policy of the moment of the look allows it; {@code value} of its {@code per}. */
    record Grantable(WorkflowId workflow, String name, int version, Reentry reentry, String value) implements Start {}
}
