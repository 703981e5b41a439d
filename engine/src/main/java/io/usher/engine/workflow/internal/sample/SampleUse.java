package io.usher.engine.workflow.internal.sample;

import io.usher.engine.audience.Segment;
import io.usher.engine.audience.Segments;
import io.usher.engine.event.EventType;
import io.usher.engine.event.EventTypes;
import io.usher.engine.shared.Actor;
import io.usher.engine.shared.WorkspaceId;
import io.usher.engine.workflow.internal.Workflow.Change;
import io.usher.engine.workflow.internal.WorkflowService;
import io.usher.engine.workflow.internal.WorkflowService.Content;
import io.usher.engine.workflow.internal.WorkflowService.Created;
import io.usher.engine.workflow.internal.sample.Sample.Named;
import io.usher.engine.workflow.internal.sample.Sample.Type;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes a workflow of a sample: what it names is made first where it is missing, so a break in between leaves no harm. */
@Component
public class SampleUse {

    private final EventTypes types;
    private final Segments segments;
    private final WorkflowService service;

    SampleUse(EventTypes types, Segments segments, WorkflowService service) {
        this.types = types;
        this.segments = segments;
        this.service = service;
    }

    /** A draft with its triggers; nothing is activated. {@code name} null: the sample's. */
    public Mono<Created> use(WorkspaceId workspace, Sample sample, @Nullable String name, Change change) {
        var actor = Objects.requireNonNullElse(change.actor(), Actor.system("sample"));
        var content =
                new Content(name == null ? sample.name() : name, sample.tags(), sample.drawn(), sample.triggers());
        return Flux.fromIterable(sample.types())
                .concatMap(type -> types.register(type(workspace, type, change), actor))
                .thenMany(Flux.fromIterable(sample.segments()))
                .concatMap(segment -> segments.make(segment(workspace, segment, change), actor))
                .then(Mono.defer(() -> service.create(workspace, content, change)));
    }

    private static EventType type(WorkspaceId workspace, Type type, Change change) {
        return new EventType(type.key(), workspace, type.name(), type.category(), null, List.of(), change.at(), null);
    }

    private static Segment segment(WorkspaceId workspace, Named segment, Change change) {
        return new Segment(segment.key(), workspace, segment.name(), change.at());
    }
}
