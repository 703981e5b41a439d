package io.usher.engine.workflow.internal;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.usher.engine.shared.WorkflowId;
import io.usher.engine.workflow.Version;
import io.usher.engine.workflow.internal.VersionStore.StoredVersion;
import io.usher.engine.workflow.internal.drawing.DrawingReader;
import io.usher.engine.workflow.internal.drawing.SketchReader;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Versions with their graph, read once from what was drawn and then kept, since they never change. Settings are read by the
 * schemas that the version was activated with, so that a later engine takes them as they were meant.
 */
@Component
class VersionLoader {

    private static final int KEPT = 500;

    private final VersionStore versions;
    private final SketchReader sketches;
    private final AsyncCache<Key, Version> cache =
            Caffeine.newBuilder().maximumSize(KEPT).buildAsync();

    VersionLoader(VersionStore versions, SketchReader sketches) {
        this.versions = versions;
        this.sketches = sketches;
    }

    private record Key(WorkflowId workflow, int n) {}

    /** Empty when there is none of this number; that is not kept. */
    Mono<Version> load(WorkflowId workflow, int n) {
        var key = new Key(workflow, n);
        return Mono.defer(() ->
                Mono.fromFuture(cache.get(key, (missing, executor) -> read(key).toFuture()), true));
    }

    private Mono<Version> read(Key key) {
        return versions.find(key.workflow(), key.n()).map(this::version);
    }

    Version version(StoredVersion stored) {
        var graph = sketches.read(DrawingReader.read(stored.drawn()), stored.schemas()::read)
                .graph();
        return new Version(
                stored.workflow(),
                stored.workspace(),
                stored.n(),
                stored.workflowName(),
                graph,
                stored.processId(),
                stored.drawn(),
                stored.deployable(),
                stored.made().at(),
                stored.made().by());
    }
}
