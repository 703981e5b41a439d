package io.usher.engine.workflow.internal;

import io.usher.engine.audience.Segment;
import io.usher.engine.audience.Segments;
import io.usher.engine.event.EventType;
import io.usher.engine.event.EventTypes;
import io.usher.engine.shared.EventTypeKey;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.workflow.Graph;
import io.usher.engine.workflow.internal.check.DrawingCheck;
import io.usher.engine.workflow.internal.check.References;
import io.usher.engine.workflow.internal.check.Subject;
import io.usher.engine.workflow.internal.drawing.DrawingProblem;
import io.usher.engine.workflow.internal.drawing.DrawingReader;
import io.usher.engine.workflow.internal.drawing.Sketch;
import io.usher.engine.workflow.internal.drawing.SketchReader;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Checks a drawing together with its triggers and with what they name. */
@Component
class Validation {

    private final SketchReader sketches;
    private final DrawingCheck check;
    private final Segments segments;
    private final EventTypes types;

    Validation(SketchReader sketches, DrawingCheck check, Segments segments, EventTypes types) {
        this.sketches = sketches;
        this.check = check;
        this.segments = segments;
        this.types = types;
    }

    /** What was found; the graph can be asked for when nothing is an error. */
    record Validated(Sketch sketch, List<DrawingProblem> problems) {

        boolean ok() {
            return problems.stream().noneMatch(DrawingProblem::isError);
        }

        Graph graph() {
            return sketch.graph();
        }
    }

    Mono<Validated> validate(WorkspaceId workspace, byte[] drawing, Triggers triggers) {
        return Mono.fromCallable(() -> sketches.read(DrawingReader.read(drawing)))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(sketch -> validate(workspace, sketch, triggers));
    }

    private Mono<Validated> validate(WorkspaceId workspace, Sketch sketch, Triggers triggers) {
        var named = References.of(sketch, triggers);
        return Mono.zip(knownSegments(workspace, named), knownTypes(workspace, named.eventTypes()))
                .publishOn(Schedulers.boundedElastic())
                .map(known -> check.check(new Subject(sketch, triggers, known.getT1(), known.getT2())))
                .map(problems -> new Validated(sketch, problems));
    }

    private Mono<Set<String>> knownSegments(WorkspaceId workspace, References named) {
        return segments.findAll(workspace, named.segments())
                .map(found -> found.stream().map(Segment::key).collect(Collectors.toSet()));
    }

    /** Those of the event types that exist. */
    Mono<Set<EventTypeKey>> knownTypes(WorkspaceId workspace, Set<EventTypeKey> named) {
        return types.findAll(workspace, named)
                .map(found -> found.stream().map(EventType::key).collect(Collectors.toSet()));
    }
}
