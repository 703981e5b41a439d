package io.usher.engine.workflow.internal.check;

import io.usher.engine.rule.Rule;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.workflow.StartLink;
import io.usher.engine.workflow.internal.drawing.DrawingProblem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the triggers name, and whether they can do what somebody wants of them. */
final class TriggerCheck implements Check {

    @Override
    public List<DrawingProblem> check(Subject subject) {
        var problems = new ArrayList<DrawingProblem>();
        var start = subject.triggers().start();
        for (int i = 0; i < start.size(); i++) {
            checkLink(
                    subject,
                    "start[" + i + "]",
                    start.get(i).eventType(),
                    start.get(i).filter(),
                    problems);
        }
        var stop = subject.triggers().stop();
        for (int i = 0; i < stop.size(); i++) {
            checkLink(
                    subject,
                    "stop[" + i + "]",
                    stop.get(i).eventType(),
                    stop.get(i).filter(),
                    problems);
        }
        if (start.isEmpty()) {
            problems.add(DrawingProblem.trigger(
                            "no-start-link", "start", "No event starts this workflow; choose one in its triggers")
                    .asWarning());
        }
        start.forEach(link -> checkStartAndStop(subject, link, problems));
        return problems;
    }

    private static void checkLink(
            Subject subject, String link, EventTypeKey type, @Nullable Rule filter, List<DrawingProblem> problems) {
        if (!subject.eventTypes().contains(type)) {
            problems.add(DrawingProblem.trigger(
                    "unknown-event-type",
                    link + ".eventType",
                    "The triggers use the event type \"" + type + "\", which does not exist; choose another"));
        }
        References.segmentsOf(filter)
                .filter(key -> !subject.segments().contains(key))
                .distinct()
                .map(key -> DrawingProblem.trigger(
                        "unknown-segment",
                        link + ".filter",
                        "A condition of the triggers uses the segment \"" + key
                                + "\", which does not exist; choose another"))
                .forEach(problems::add);
    }

    private static void checkStartAndStop(Subject subject, StartLink link, List<DrawingProblem> problems) {
        if (subject.triggers().stopTypes().contains(link.eventType())
                && !link.reentry().unlimited()) {
            problems.add(DrawingProblem.trigger(
                            "starts-and-stops",
                            "start",
                            "\"" + link.eventType()
                                    + "\" both starts and stops this workflow. It does not start it each"
                                    + " time, so an event may stop a journey and start none")
                    .asWarning());
        }
    }
}
