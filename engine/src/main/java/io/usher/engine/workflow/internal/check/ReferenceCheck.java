package io.usher.engine.workflow.internal.check;

import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.workflow.Graph.Flow;
import io.usher.engine.workflow.internal.drawing.DrawingProblem;
import io.usher.engine.workflow.internal.drawing.Sketch.Block;
import io.usher.engine.workflow.spi.BlockDescription.Kind;
import java.util.ArrayList;
import java.util.List;

/** Whether the segments and event types that blocks name exist. */
final class ReferenceCheck implements Check {

    @Override
    public List<DrawingProblem> check(Subject subject) {
        var problems = new ArrayList<DrawingProblem>();
        for (Block block : subject.sketch().blocks().values()) {
            checkSettings(subject, block, problems);
            block.out().forEach(way -> checkWay(subject, block, way, problems));
        }
        return problems;
    }

    private static void checkSettings(Subject subject, Block block, List<DrawingProblem> problems) {
        References.named(block, Kind.SEGMENT)
                .filter(named -> !subject.segments().contains(named.key()))
                .map(named -> block.error("unknown-segment", noSegment(named.key()))
                        .at(named.field().name()))
                .forEach(problems::add);
        References.named(block, Kind.EVENT_TYPE)
                .filter(named -> !subject.eventTypes().contains(new EventTypeKey(named.key())))
                .map(named -> block.error(
                                "unknown-event-type",
                                "uses the event type \"" + named.key() + "\", which does not exist; choose another")
                        .at(named.field().name()))
                .forEach(problems::add);
    }

    private static void checkWay(Subject subject, Block block, Flow way, List<DrawingProblem> problems) {
        References.segmentsOf(way)
                .filter(key -> !subject.segments().contains(key))
                .distinct()
                .map(key -> block.error("unknown-segment", noSegment(key)).at("ways." + way.id() + ".rule"))
                .forEach(problems::add);
    }

    private static String noSegment(String key) {
        return "uses the segment \"" + key + "\", which does not exist; choose another";
    }
}
